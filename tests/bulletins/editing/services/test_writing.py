"""Writing: every save is kept, nobody overwrites another, and what was written on was read by nobody."""

import pytest

from bulletins.editing import ground
from bulletins.editing.ground import a_story, approved, second_editor, version
from cast import auditor, editor, statistician
from no_row_no_act import no_row_no_act
from pentameter.bulletins.editing.models import Save, Story, StoryPicture, Translation
from pentameter.bulletins.editing.picturing import remade
from pentameter.bulletins.editing.rules.pictures import MOST
from pentameter.bulletins.editing.rules.states import State
from pentameter.bulletins.editing.rules.wording import may_be_sent, may_be_withdrawn
from pentameter.bulletins.editing.services.loading import NotYet, StoryChangedMeanwhile
from pentameter.bulletins.editing.services.pictures import add_picture, remove_picture
from pentameter.bulletins.editing.services.reading import send_back
from pentameter.bulletins.editing.services.writing import (
    Written,
    drop_story,
    save_story,
    save_translation,
    start_story,
)
from pentameter.bulletins.site.vocabulary import Language, Subject
from pentameter.kernel.verdict import Refused
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)
WELSH = Written("Yr ail don", "Crynodeb", "Dechreuodd.")
OTHER = Written("Another title", "Another summary", "Another text")


def _save(story_id, written: Written = OTHER, opened: int = 0, by=editor) -> None:
    save_story(story_id=story_id, written=written, subject=Subject.LAW, version=opened or version(story_id), by=by())


def _translate(story_id, *, checked: bool = True) -> None:
    save_translation(
        story_id=story_id,
        language=Language.WELSH,
        written=WELSH,
        checked=checked,
        version=version(story_id),
        by=editor(),
    )


def _add(story_id, alternative: str = "A harbour.") -> str:
    return add_picture(
        story_id=story_id,
        picture=remade(ground.photograph()),
        alternative=alternative,
        credit="Harbour office",
        version=version(story_id),
        by=editor(),
    )


def test_every_save_is_kept() -> None:
    story_id = a_story()
    _save(story_id)
    assert list(Save.objects.order_by("number").values_list("title", flat=True)) == [ground.WORDS.title, OTHER.title]
    assert ground.row(story_id).title == OTHER.title


def test_a_later_save_of_an_earlier_page_is_refused_with_what_stands_there_now() -> None:
    story_id = a_story()
    _save(story_id)
    with pytest.raises(StoryChangedMeanwhile) as meanwhile:
        _save(story_id, ground.WORDS, opened=1, by=second_editor)
    assert meanwhile.value.story.title == OTHER.title
    assert ground.row(story_id).title == OTHER.title


@pytest.mark.parametrize("state", ["reading", "ready"])
def test_what_is_being_read_is_not_written_on(state: str) -> None:
    story_id = ground.sent() if state == "reading" else approved()
    with pytest.raises(Refused, match="Take it back first"):
        _save(story_id)


def test_what_was_taken_back_and_written_on_was_read_by_nobody() -> None:
    story_id = approved()
    send_back(story_id=story_id, note="One more thing.", version=version(story_id), by=editor())
    _save(story_id)
    row = ground.row(story_id)
    assert (row.state, row.read_by, row.submitted_by) == (State.DRAFT, "", "")


def test_addresses_are_never_given_twice() -> None:
    slugs = [ground.row(a_story()).slug for _ in range(3)]
    assert slugs == ["the-second-wave-begins", "the-second-wave-begins-2", "the-second-wave-begins-3"]
    strange = start_story(written=Written("???", "", ""), subject=Subject.LAW, by=editor())
    assert ground.row(strange).slug == "bulletin"


def test_a_translation_of_what_changed_is_to_be_confirmed_again() -> None:
    story_id = a_story()
    _translate(story_id)
    assert Translation.objects.get().checked_by == editor().id
    _save(story_id, ground.WORDS)
    assert Translation.objects.get().checked_by == editor().id
    _save(story_id)
    assert Translation.objects.get().checked_by == ""


def test_a_picture_is_described_or_not_taken() -> None:
    story_id = a_story()
    with pytest.raises(NotYet, match="Say what the picture shows"):
        _add(story_id, " ")
    assert _add(story_id) == "picture-1"
    assert _add(story_id) == "picture-2"


def test_a_removed_picture_leaves_its_name() -> None:
    story_id = a_story()
    _add(story_id)
    picture = StoryPicture.objects.get()
    remove_picture(story_id=story_id, picture_id=picture.pk, version=version(story_id), by=editor())
    assert _add(story_id) == "picture-2"
    with pytest.raises(Refused):
        remove_picture(story_id=story_id, picture_id=picture.pk, version=version(story_id), by=editor())


def test_a_story_has_so_many_pictures_and_no_more() -> None:
    story_id = a_story()
    row = ground.row(story_id)
    picture = remade(ground.photograph())
    for number in range(MOST):
        StoryPicture.objects.create(
            story=row,
            name=f"picture-{number + 1}",
            alternative="x",
            media_type=picture.media_type,
            width=1,
            height=1,
            body=b"x",
            added_at=row.changed_at,
            added_by=editor().id,
        )
    with pytest.raises(NotYet, match="at most"):
        _add(story_id)


@pytest.mark.parametrize("person", [statistician, auditor])
def test_readers_do_not_write(person) -> None:
    story_id = a_story()
    with pytest.raises(Refused):
        _save(story_id, by=person)


def test_what_was_dropped_stays_dropped() -> None:
    story_id = a_story()
    drop_story(story_id=story_id, version=version(story_id), by=editor())
    assert Story.objects.get().state == State.DROPPED
    with pytest.raises(Refused, match="It was dropped"):
        _save(story_id)


@pytest.mark.parametrize(
    ("correction", "public", "allowed"), [("", False, True), ("", True, False), ("The day.", True, True)]
)
def test_a_correction_says_what_it_corrects(correction: str, public: bool, allowed: bool) -> None:
    verdict = may_be_sent(title="t", summary="s", text="x", correction=correction, public=public)
    assert verdict.allowed is allowed
    assert may_be_withdrawn(correction).allowed is bool(correction)


@pytest.mark.django_db(databases=BOTH, transaction=True)
def test_no_row_no_act() -> None:
    story_id = a_story()
    no_row_no_act(lambda: start_story(written=OTHER, subject=Subject.LAW, by=editor()))
    no_row_no_act(lambda: _save(story_id))
    no_row_no_act(lambda: _translate(story_id))
    no_row_no_act(lambda: _add(story_id))
    no_row_no_act(lambda: drop_story(story_id=story_id, version=version(story_id), by=editor()))
    _add(story_id)
    picture = StoryPicture.objects.get().pk
    no_row_no_act(lambda: remove_picture(story_id=story_id, picture_id=picture, version=version(story_id), by=editor()))
