"""The worker's beats take over, bring over and let go."""

import pytest

from bulletins.tipdesk.scene import opened, sent
from pentameter.bulletins.tipdesk import tasks
from pentameter.bulletins.tipdesk.models import Tip
from pentameter.bulletins.tips.models import Tip as Sent
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_beats() -> None:
    sent()
    tasks.take()
    opened(Tip.objects.get())
    tasks.bring()
    assert Sent.objects.get().standing == "read"
    tasks.forget()
    assert Tip.objects.get().let_go_on is None
