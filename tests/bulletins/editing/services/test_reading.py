"""The second pair of eyes: never those who wrote any of it, and never on what cannot be published."""

import pytest

from bulletins.editing import ground
from bulletins.editing.ground import a_release, a_story, second_editor, sent, somebody_protected, version
from cast import auditor, editor, statistician
from no_row_no_act import no_row_no_act
from pentameter.bulletins.editing.picturing import remade
from pentameter.bulletins.editing.rules.states import State
from pentameter.bulletins.editing.services.loading import NotYet, StoryChangedMeanwhile
from pentameter.bulletins.editing.services.pictures import add_picture
from pentameter.bulletins.editing.services.reading import approve_story, send_back, submit_story
from pentameter.bulletins.editing.services.writing import Written, save_translation
from pentameter.bulletins.site.vocabulary import Language
from pentameter.kernel.verdict import Refused
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def _submit(story_id) -> None:
    submit_story(story_id=story_id, version=version(story_id), by=editor())


def test_the_writer_never_reads() -> None:
    story_id = sent()
    with pytest.raises(NotYet, match="You wrote some of this yourself"):
        approve_story(story_id=story_id, version=version(story_id), by=editor())
    approve_story(story_id=story_id, version=version(story_id), by=statistician())
    assert ground.row(story_id).read_by == statistician().id


def test_who_translated_or_added_a_picture_wrote_some_of_it() -> None:
    translated, pictured = a_story(), a_story(Written("Another", "One", "More."))
    save_translation(
        story_id=translated,
        language=Language.WELSH,
        written=Written("Yr ail don", "", "Dechreuodd."),
        checked=True,
        version=version(translated),
        by=second_editor(),
    )
    add_picture(
        story_id=pictured,
        picture=remade(ground.photograph()),
        alternative="A harbour.",
        credit="",
        version=version(pictured),
        by=second_editor(),
    )
    for story_id in (translated, pictured):
        _submit(story_id)
        with pytest.raises(NotYet, match="You wrote some of this yourself"):
            approve_story(story_id=story_id, version=version(story_id), by=second_editor())


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (Written("A title", "", "A text"), "no summary"),
        (Written("A title", "A summary", " "), "no text"),
        (Written("A title", "A summary", "{{figure nowhere/found/Kent}}"), "No release that is public now"),
        (Written("A title", "A summary", "Words {{chart second-wave/found}}"), "on a line of its own"),
        (Written("A title", "A summary", "{{picture harbour}}"), "has no picture"),
        (Written("A title", "A summary", "{{video x}}"), "cannot be read"),
        (Written("A title", "A summary", "Of Zorana Testova."), "may say who or where"),
        (Written("Of Zorana Testova", "A summary", "A text"), "may say who or where"),
    ],
    ids=["summary", "text", "release", "line", "picture", "kind", "named", "named in the title"],
)
def test_what_cannot_be_published_is_not_sent(written: Written, said: str) -> None:
    a_release()
    somebody_protected()
    story_id = a_story(written)
    with pytest.raises(NotYet, match=said):
        _submit(story_id)
    assert ground.row(story_id).state == State.DRAFT


def test_a_name_in_a_translation_or_an_alternative_text_is_found_too() -> None:
    somebody_protected()
    translated, pictured = a_story(), a_story(Written("Another", "One", "{{picture picture-1}}"))
    save_translation(
        story_id=translated,
        language=Language.IRISH,
        written=Written("An dara tonn", "", "Zorana Testova."),
        checked=False,
        version=version(translated),
        by=editor(),
    )
    add_picture(
        story_id=pictured,
        picture=remade(ground.photograph()),
        alternative="Zorana Testova at a window.",
        credit="",
        version=version(pictured),
        by=editor(),
    )
    for story_id in (translated, pictured):
        with pytest.raises(NotYet, match="may say who or where"):
            _submit(story_id)


def test_a_reader_sends_back_with_what_should_change() -> None:
    story_id = sent()
    with pytest.raises(Refused, match="Say what should change"):
        send_back(story_id=story_id, note=" ", version=version(story_id), by=second_editor())
    send_back(story_id=story_id, note="The day is missing.", version=version(story_id), by=second_editor())
    row = ground.row(story_id)
    assert (row.state, row.note, row.submitted_by) == (State.DRAFT, "The day is missing.", "")


def test_who_sent_it_takes_it_back_without_a_word() -> None:
    story_id = sent()
    send_back(story_id=story_id, note="", version=version(story_id), by=editor())
    assert ground.row(story_id).state == State.DRAFT


def test_an_auditor_reads_no_drafts_for_publication() -> None:
    story_id = sent()
    with pytest.raises(Refused):
        approve_story(story_id=story_id, version=version(story_id), by=auditor())


def test_who_saw_an_older_version_approves_nothing() -> None:
    story_id = sent()
    with pytest.raises(StoryChangedMeanwhile):
        approve_story(story_id=story_id, version=version(story_id) - 1, by=second_editor())


@pytest.mark.django_db(databases=BOTH, transaction=True)
def test_no_row_no_act() -> None:
    draft, waiting = a_story(), sent(Written("Another", "One", "More."))
    no_row_no_act(lambda: _submit(draft))
    no_row_no_act(lambda: approve_story(story_id=waiting, version=version(waiting), by=second_editor()))
    no_row_no_act(lambda: send_back(story_id=waiting, note="No.", version=version(waiting), by=second_editor()))
