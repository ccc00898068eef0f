"""The demo's readers write once: each kind of page has something to show, and nothing stands that was not approved."""

import pytest

from bulletins.editing.ground import a_release
from pentameter.accounts import api as accounts
from pentameter.bulletins.comments.models import Appeal, Comment, Reader, Report, Standing, Tally
from pentameter.bulletins.comments.services.entering import sign_in
from pentameter.bulletins.moderation.models import Case
from pentameter.bulletins.moderation.rules.acts import Act
from pentameter.bulletins.tipdesk.models import Tip
from pentameter.config.demo import discussing
from pentameter.config.demo.bulletins import publish_bulletins
from pentameter.kernel.actor import SYSTEM
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_they_write_once_and_every_page_has_something() -> None:
    accounts.seed_agencies(by=SYSTEM)
    accounts.seed_demo_people(by=SYSTEM)
    assert discussing.discuss() == 0
    a_release()
    publish_bulletins()
    assert discussing.discuss() == len(discussing.SAID)
    assert discussing.discuss() == 0
    stands = set(Standing.objects.exclude(text="").values_list("text", flat=True))
    assert stands == {one.words for one in discussing.SAID if one.act is Act.APPROVE}
    assert Comment.objects.exclude(parent=None).count() == 2
    assert {one.state for one in Case.objects.all()} == {"published", "waiting", "removed", "to_edit", "moved"}
    assert Case.objects.filter(state="waiting", held=True).count() == 1
    assert (Appeal.objects.count(), Report.objects.count(), Tip.objects.count()) == (1, 1, 1)
    assert sum(one.number for one in Tally.objects.filter(kind="removed", rule="")) == 1
    assert Reader.objects.count() == len(discussing.READERS)
    for name in discussing.READERS:
        assert sign_in(address=discussing.address_of(name), password=discussing.PASSWORD, connection="192.0.2.50")
