"""Publishing, in time and at a set time, corrections and withdrawals; what the public database says of each."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from bulletins.editing import ground
from bulletins.editing.ground import approved, corrected, published, second_editor, sent, somebody_protected, version
from cast import editor, moderator, without_second_factor
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.bulletins.editing.models import Publication, Story
from pentameter.bulletins.editing.rules.states import State
from pentameter.bulletins.editing.services.bringing import bring_over, bring_waiting
from pentameter.bulletins.editing.services.loading import NotYet, StoryChangedMeanwhile
from pentameter.bulletins.editing.services.publishing import (
    publish_due,
    publish_story,
    schedule_story,
    withdraw_story,
)
from pentameter.bulletins.editing.services.writing import Written, drop_story, save_story
from pentameter.bulletins.site.models import Bulletin, Words
from pentameter.bulletins.site.queries.bulletins import edition
from pentameter.bulletins.site.vocabulary import Subject
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)
HELD = "It spoke of Zorana Testova."


def test_what_was_read_is_published_and_stands_in_the_public_database() -> None:
    before = edition()
    story_id = published()
    bulletin = Bulletin.objects.get(pk=story_id)
    assert (bulletin.slug, bulletin.state, bulletin.version) == ("the-second-wave-begins", "published", 1)
    assert bytes(bulletin.card or b"").startswith(b"\x89PNG")
    words = Words.objects.get(bulletin=bulletin)
    assert (words.language, words.checked) == ("en", True)
    assert words.body == "<p>It began in <strong>October</strong>.</p>\n"
    assert edition() > before
    assert Publication.objects.get().brought_at is not None
    assert ground.row(story_id).state == State.PUBLISHED


def test_nothing_is_published_that_nobody_read() -> None:
    story_id = sent()
    with pytest.raises(Refused, match="second person reads it first"):
        publish_story(story_id=story_id, version=version(story_id), by=editor())
    assert not Publication.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        Story.objects.filter(pk=story_id).update(state=State.READY.value)


def test_until_it_is_brought_over_the_public_sees_what_it_saw() -> None:
    story_id = approved()
    publish_story(story_id=story_id, version=version(story_id), by=editor())
    assert not Bulletin.objects.exists()
    bring_waiting()
    assert Bulletin.objects.get().version == 1


def test_bringing_twice_changes_nothing_and_an_older_version_never_wins() -> None:
    story_id = published()
    corrected(story_id, "It began on 3 October.", "The day was missing.")
    bulletin, at = Bulletin.objects.get(), edition()
    assert bulletin.version == 2
    bring_over(story_id=story_id)
    assert edition() == at
    Bulletin.objects.update(version=9)
    bring_over(story_id=story_id)
    assert Bulletin.objects.get().version == 9


def test_at_its_time_it_is_published_without_another_press() -> None:
    story_id, soon = approved(), clock.now() + timedelta(hours=1)
    schedule_story(story_id=story_id, publish_at=soon, version=version(story_id), by=editor())
    assert publish_due(by=SYSTEM) == 0
    Story.objects.update(publish_at=clock.now() - timedelta(seconds=1))
    assert publish_due(by=SYSTEM) == 1
    assert ground.row(story_id).state == State.PUBLISHED
    assert publish_due(by=SYSTEM) == 0


def test_a_time_that_is_over_is_refused() -> None:
    story_id = approved()
    with pytest.raises(NotYet, match="That time is over"):
        schedule_story(story_id=story_id, publish_at=clock.now(), version=version(story_id), by=editor())


def test_what_may_not_be_published_at_its_time_goes_back_to_its_writers() -> None:
    story_id = approved()
    schedule_story(
        story_id=story_id, publish_at=clock.now() + timedelta(hours=1), version=version(story_id), by=editor()
    )
    Story.objects.update(publish_at=clock.now() - timedelta(seconds=1), text="{{chart gone/found}}")
    assert publish_due(by=SYSTEM) == 0
    row = ground.row(story_id)
    assert (row.state, row.read_by) == (State.DRAFT, "")
    assert "was not published at its time" in row.note
    assert Entry.objects.filter(event="story_held").count() == 1
    bring_waiting()
    assert not Bulletin.objects.exists()


def test_who_is_protected_since_it_was_read_is_not_named_at_its_time() -> None:
    story_id = approved(sent(Written("A title", "A summary", HELD)))
    schedule_story(
        story_id=story_id, publish_at=clock.now() + timedelta(hours=1), version=version(story_id), by=editor()
    )
    somebody_protected()
    Story.objects.update(publish_at=clock.now() - timedelta(seconds=1))
    assert publish_due(by=SYSTEM) == 0
    assert "may say who or where" in ground.row(story_id).note
    assert "Zorana" not in ground.row(story_id).note


def test_a_correction_is_read_too_and_says_what_it_corrects() -> None:
    story_id = published()
    row = ground.row(story_id)
    words = Written(row.title, row.summary, "It began on 3 October.")
    save_story(
        story_id=story_id, written=words, subject=Subject.OPERATION, version=row.version, correction="", by=editor()
    )
    assert Words.objects.get().plain == "It began in October."
    corrected(story_id, "It began on 3 October.", "The day was missing.")
    bulletin = Bulletin.objects.get()
    assert [one.note for one in bulletin.corrections.all()] == ["The day was missing."]
    assert bulletin.published_at < bulletin.changed_at
    assert Words.objects.get().plain == "It began on 3 October."
    assert [one.kind for one in Publication.objects.order_by("number")] == ["published", "corrected"]


def test_a_dropped_correction_leaves_what_is_public() -> None:
    story_id = published()
    row = ground.row(story_id)
    save_story(
        story_id=story_id,
        written=Written("Another title", "", "Another text"),
        subject=Subject.LAW,
        version=row.version,
        correction="A try.",
        by=editor(),
    )
    drop_story(story_id=story_id, version=version(story_id), by=editor())
    now = ground.row(story_id)
    assert (now.title, now.text, now.subject) == (row.title, row.text, row.subject)
    assert (now.state, now.read_by, now.correction) == (State.PUBLISHED, second_editor().id, "")


def test_a_withdrawn_bulletin_keeps_its_address_and_no_word_of_it() -> None:
    story_id = published()
    withdraw_story(story_id=story_id, because="A figure was wrong.", version=version(story_id), by=editor())
    bring_waiting()
    bulletin = Bulletin.objects.get()
    assert (bulletin.state, bulletin.withdrawn_because) == ("withdrawn", "A figure was wrong.")
    assert bulletin.card is None
    assert not Words.objects.exists()
    with pytest.raises(Refused, match="says so for good"):
        save_story(story_id=story_id, written=ground.WORDS, subject=Subject.LAW, version=version(story_id), by=editor())


@pytest.mark.parametrize("because", ["", "  ", HELD])
def test_a_withdrawal_gives_a_reason_that_names_nobody(because: str) -> None:
    somebody_protected()
    story_id = published()
    with pytest.raises(NotYet):
        withdraw_story(story_id=story_id, because=because, version=version(story_id), by=editor())


def test_who_saw_an_older_version_publishes_nothing() -> None:
    story_id = approved()
    with pytest.raises(StoryChangedMeanwhile):
        publish_story(story_id=story_id, version=version(story_id) - 1, by=editor())


@pytest.mark.parametrize("person", [moderator, lambda: without_second_factor(editor())], ids=["moderator", "unsure"])
def test_only_editors_with_their_second_factor_publish(person) -> None:
    story_id = approved()
    with pytest.raises(Refused):
        publish_story(story_id=story_id, version=version(story_id), by=person())


@pytest.mark.django_db(databases=BOTH, transaction=True)
def test_no_row_no_act() -> None:
    ready, out = approved(), published(Written("Another", "One", "More."))
    later = clock.now() + timedelta(hours=1)
    no_row_no_act(lambda: publish_story(story_id=ready, version=version(ready), by=editor()))
    no_row_no_act(lambda: schedule_story(story_id=ready, publish_at=later, version=version(ready), by=editor()))
    no_row_no_act(lambda: withdraw_story(story_id=out, because="Wrong.", version=version(out), by=editor()))
    publish_story(story_id=ready, version=version(ready), by=editor())
    assert Bulletin.objects.filter(pk=ready).exists(), "it is brought over as soon as the act is certain"
