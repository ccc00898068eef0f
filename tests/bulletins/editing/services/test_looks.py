"""Every look at a story leaves its row, and shows what this person may do with it now."""

import pytest

from bulletins.editing.ground import NOBODY, a_story, second_editor, sent
from cast import auditor, editor, moderator, statistician
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.bulletins.editing.rules.states import State
from pentameter.bulletins.editing.services.checking import insist_on_nobody_named
from pentameter.bulletins.editing.services.loading import NotYet
from pentameter.bulletins.editing.services.looks import preview, show_picture, show_stories, show_story
from pentameter.kernel.verdict import Refused
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


@pytest.mark.parametrize(
    ("person", "step", "allowed"),
    [
        (editor, "approve", False),
        (second_editor, "approve", True),
        (statistician, "approve", True),
        (auditor, "approve", False),
        (editor, "write", False),
        (editor, "publish", False),
        (second_editor, "send_back", True),
    ],
)
def test_each_is_told_what_they_may_do_now(person, step: str, allowed: bool) -> None:
    page = show_story(story_id=sent(), by=person())
    assert page.may[step].allowed is allowed


def test_a_list_can_be_narrowed_to_a_state() -> None:
    a_story()
    waiting = sent()
    found = show_stories(state=State.READING, page=0, by=editor())
    assert [one.id for one in found.lines] == [waiting]
    assert (found.counts[State.DRAFT], found.page) == (1, 1)


def test_looks_are_recorded_and_refused_to_others() -> None:
    story_id = a_story()
    preview(story_id=story_id, address=str, by=auditor())
    assert Entry.objects.filter(event="story_previewed").count() == 1
    for look in (
        lambda: show_stories(state=None, page=1, by=moderator()),
        lambda: show_story(story_id=story_id, by=moderator()),
        lambda: show_story(story_id=NOBODY, by=editor()),
        lambda: show_picture(story_id=story_id, picture_id=NOBODY, by=editor()),
    ):
        with pytest.raises(Refused):
            look()


def test_what_cannot_be_read_is_held() -> None:
    with pytest.raises(NotYet, match="could not be checked whole"):
        insist_on_nobody_named("turned \u202e text", by=editor())


@pytest.mark.django_db(databases=BOTH, transaction=True)
def test_no_row_no_look() -> None:
    story_id = a_story()
    no_row_no_act(lambda: show_story(story_id=story_id, by=editor()))
    no_row_no_act(lambda: show_stories(state=None, page=1, by=editor()))
    no_row_no_act(lambda: preview(story_id=story_id, address=str, by=editor()))
