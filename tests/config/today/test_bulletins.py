"""Who did not send a bulletin is asked to read it."""

import pytest

from bulletins.editing.ground import second_editor, sent
from cast import editor
from pentameter.config.today.bulletins import of_readers
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_whoever_did_not_send_it_is_asked_to_read_it() -> None:
    assert list(of_readers(second_editor())) == []
    sent()
    assert list(of_readers(editor())) == []
    ((act, _, url, _),) = of_readers(second_editor())
    assert (act, url) == ("Read 1 bulletin", "/bulletins/?state=reading")
