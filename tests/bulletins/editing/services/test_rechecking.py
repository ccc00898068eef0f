"""Whoever becomes protected is protected from bulletins that were published before; nobody who reads is told why."""

from dataclasses import replace

import pytest
from django.test import Client

from bulletins import people
from bulletins.editing.ground import WORDS, a_story, approved, published, row, sent, somebody_protected, version
from cast import editor
from decisions.ground import protected, stage
from pentameter.audit.models import Entry
from pentameter.bulletins.comments.models import Discussion
from pentameter.bulletins.editing import tasks
from pentameter.bulletins.editing.models import Publication
from pentameter.bulletins.editing.queries.stories import story, taken_off
from pentameter.bulletins.editing.rules.states import State
from pentameter.bulletins.editing.services.loading import NotYet
from pentameter.bulletins.editing.services.publishing import publish_story, withdraw_story
from pentameter.bulletins.editing.services.reading import submit_story
from pentameter.bulletins.editing.services.rechecking import recheck
from pentameter.bulletins.editing.services.writing import Written, drop_story, save_story, save_translation
from pentameter.bulletins.moderation.services.closing import bring_settings, set_discussion
from pentameter.bulletins.moderation.services.opening import open_published
from pentameter.bulletins.site.models import Bulletin, Correction
from pentameter.bulletins.site.models import Words as PublicWords
from pentameter.bulletins.site.vocabulary import Language, Subject
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.victims.models import CaseKey
from public_door import BOTH, public_door

pytestmark = pytest.mark.django_db(databases=BOTH)
NAMING_HER = replace(WORDS, text="Zorana Testova spoke at the launch.")


def beat() -> None:
    """What the worker does with bulletins."""
    tasks.publish_in_time()
    tasks.check_again()
    tasks.bring_what_waits()


def everything(browser: Client, slug: str) -> str:
    """Every page and feed on which a bulletin could stand."""
    places = (f"/bulletins/{slug}/", "/", "/bulletins/", "/bulletins/archive/", "/bulletins/search/?words=spoke")
    feeds = tuple(f"/bulletins/feed.{kind}" for kind in ("atom", "rss", "json"))
    card = (f"/bulletins/{slug}/card.png",)
    return "\n".join(browser.get(place).content.decode("utf-8", "replace") for place in (*places, *feeds, *card))


def test_a_new_case_takes_off_what_named_her() -> None:
    story_id, other = published(NAMING_HER), published()
    somebody_protected()
    beat()
    bulletin = Bulletin.objects.get(pk=story_id)
    assert (bulletin.state, bulletin.withdrawn_because, bulletin.card) == (
        "withdrawn",
        "It is being looked at again.",
        None,
    )
    assert not PublicWords.objects.filter(bulletin=bulletin).exists()
    assert Bulletin.objects.get(pk=other).state == "published"
    with public_door() as browser:
        assert browser.get(f"/bulletins/{bulletin.slug}/").status_code == 410
        assert "Testova" not in everything(browser, bulletin.slug)


def test_in_every_language_and_under_pictures_and_in_notes() -> None:
    stage()
    story_id = a_story()
    words = replace(WORDS, text="Siaradodd Zorana Testova.")
    welsh = {"language": Language.WELSH, "written": words, "checked": False}
    save_translation(story_id=story_id, **welsh, version=version(story_id), by=editor())
    submit_story(story_id=story_id, version=version(story_id), by=editor())
    approved(story_id)
    publish_story(story_id=story_id, version=version(story_id), by=editor())
    beat()
    protected()
    beat()
    assert Bulletin.objects.get(pk=story_id).state == "withdrawn"


def test_its_editors_are_told_the_kind_and_decide() -> None:
    story_id = published(NAMING_HER)
    somebody_protected()
    beat()
    assert taken_off() == 1
    card = story(row(story_id))
    assert card.taken_off
    assert card.line.state is State.DRAFT
    assert "may say by now who or where somebody protected is" in card.line.note
    assert "Zorana" not in card.line.note
    save_story(
        story_id=story_id,
        written=WORDS,
        subject=Subject.OPERATION,
        correction="A passage was taken out.",
        version=version(story_id),
        by=editor(),
    )
    submit_story(story_id=story_id, version=version(story_id), by=editor())
    approved(story_id)
    publish_story(story_id=story_id, version=version(story_id), by=editor())
    beat()
    bulletin = Bulletin.objects.get(pk=story_id)
    assert (bulletin.state, bulletin.withdrawn_because) == ("published", "")
    assert taken_off() == 0


def test_published_again_as_it_was_it_is_refused() -> None:
    story_id = published(NAMING_HER)
    somebody_protected()
    beat()
    same = {"written": NAMING_HER, "subject": Subject.OPERATION, "correction": "Nothing."}
    save_story(story_id=story_id, **same, version=version(story_id), by=editor())
    with pytest.raises(NotYet, match="who or where somebody protected is"):
        submit_story(story_id=story_id, version=version(story_id), by=editor())


def test_left_alone_or_withdrawn_it_stays_off() -> None:
    left, withdrawn = published(NAMING_HER), published(NAMING_HER)
    somebody_protected()
    beat()
    drop_story(story_id=left, version=version(left), by=editor())
    withdraw_story(story_id=withdrawn, because="It was wrong.", version=version(withdrawn), by=editor())
    beat()
    for story_id in (left, withdrawn):
        assert row(story_id).state == State.WITHDRAWN
        assert Bulletin.objects.get(pk=story_id).state == "withdrawn"
    assert taken_off() == 0


def test_what_was_being_corrected_meanwhile_is_taken_off_and_has_to_be_read_anew() -> None:
    story_id = published(NAMING_HER)
    said = {"written": WORDS, "subject": Subject.OPERATION, "correction": "A name was taken out."}
    save_story(story_id=story_id, **said, version=version(story_id), by=editor())
    submit_story(story_id=story_id, version=version(story_id), by=editor())
    approved(story_id)
    somebody_protected()
    beat()
    assert Bulletin.objects.get(pk=story_id).state == "withdrawn"
    assert (row(story_id).state, row(story_id).read_by, row(story_id).text) == (State.DRAFT, "", WORDS.text)


def test_the_comments_under_it_and_their_feed_no_longer_say_its_title() -> None:
    story_id = published(replace(WORDS, title="Zorana Testova speaks"))
    open_published(by=SYSTEM, today=clock.today())
    bring_settings()
    people.shown(people.reader(), "A thought.", story_id)
    assert Discussion.objects.get(pk=story_id).title == "Zorana Testova speaks"
    somebody_protected()
    beat()
    article = Discussion.objects.get(pk=story_id)
    assert (article.title, "testova" in article.slug) == ("A bulletin that was withdrawn", False)
    with public_door() as browser:
        for place in ("/comments/feed/", f"/comments/on/{story_id}/", f"/comments/on/{story_id}/feed/"):
            assert "testova" not in browser.get(place).content.decode().lower()


def test_nor_does_a_later_setting_bring_the_title_back() -> None:
    from pentameter.bulletins.moderation.models import Setting
    from pentameter.bulletins.moderation.rules.closing import Article, Chosen

    story_id = published(replace(WORDS, title="An old title"))
    open_published(by=SYSTEM, today=clock.today())
    bring_settings()
    withdraw_story(story_id=story_id, because="It was wrong.", version=version(story_id), by=editor())
    beat()
    last = Setting.objects.get()
    article = Article(last.bulletin, last.slug, last.title)
    set_discussion(article=article, chosen=Chosen(False, None), version=1, why="It is gone.", by=SYSTEM)
    bring_settings()
    assert Discussion.objects.get().title == "A bulletin that was withdrawn"


def test_a_corrected_title_is_the_title_above_the_comments() -> None:
    story_id = published()
    open_published(by=SYSTEM, today=clock.today())
    bring_settings()
    said = {
        "written": replace(WORDS, title="The wave of autumn"),
        "subject": Subject.OPERATION,
        "correction": "Clearer.",
    }
    save_story(story_id=story_id, **said, version=version(story_id), by=editor())
    submit_story(story_id=story_id, version=version(story_id), by=editor())
    approved(story_id)
    publish_story(story_id=story_id, version=version(story_id), by=editor())
    beat()
    assert Discussion.objects.get().title == "The wave of autumn"


def test_notes_of_corrections_go_with_the_words() -> None:
    from bulletins.editing.ground import corrected

    story_id = published()
    corrected(story_id, "It began on 3 October.", "The day was missing, as Zorana Testova told us.")
    assert Correction.objects.count() == 1
    somebody_protected()
    beat()
    assert Bulletin.objects.get(pk=story_id).state == "withdrawn"
    assert not Correction.objects.exists()


def test_an_address_that_names_her_goes_too() -> None:
    story_id = published(replace(WORDS, title="Zorana Testova speaks"))
    assert Bulletin.objects.get().slug == "zorana-testova-speaks"
    somebody_protected()
    beat()
    assert Bulletin.objects.get(pk=story_id).slug == row(story_id).slug == "bulletin"
    with public_door() as browser:
        assert browser.get("/bulletins/zorana-testova-speaks/").status_code == 404


def test_a_name_cannot_hide_in_the_address_or_in_a_link() -> None:
    somebody_protected()
    story_id = a_story(replace(WORDS, title="Zorana Testova speaks"))
    said: dict[str, Written] = {"written": WORDS}
    save_story(story_id=story_id, **said, subject=Subject.OPERATION, version=version(story_id), by=editor())
    assert row(story_id).slug == "the-second-wave-begins"
    linked = replace(WORDS, text="Read [this](https://example.org/zorana-testova).")
    for hiding in (linked, replace(linked, text="Read [this](https://example.org/Zorana%20Testova/).")):
        with pytest.raises(NotYet, match="or one that it leads to"):
            sent(hiding)


def test_an_address_that_is_public_stays() -> None:
    story_id = published()
    retitled = {"written": replace(WORDS, title="Another title"), "subject": Subject.LAW, "correction": "Clearer."}
    save_story(story_id=story_id, **retitled, version=version(story_id), by=editor())
    assert row(story_id).slug == "the-second-wave-begins"


def test_nothing_is_checked_that_is_not_due() -> None:
    stage()
    published()
    recheck(by=SYSTEM)
    before = Entry.objects.filter(event="naming_checked").count()
    assert recheck(by=SYSTEM) == 0
    assert Entry.objects.filter(event="naming_checked").count() == before
    protected()
    recheck(by=SYSTEM)
    assert Entry.objects.filter(event="naming_checked").count() == before + 1


def test_where_not_everyone_can_be_asked_about_it_stands_and_stays_due() -> None:
    story_id = published()
    somebody_protected()
    CaseKey.objects.update(wrapped=b"of another installation")
    assert recheck(by=SYSTEM) == 0
    assert row(story_id).checked_at is None
    assert Bulletin.objects.get().state == "published"


def test_it_is_in_the_record_and_in_its_history() -> None:
    story_id = published(NAMING_HER)
    somebody_protected()
    recheck(by=SYSTEM)
    entry = Entry.objects.filter(event="story_withdrawn").latest("seq")
    assert (entry.actor, entry.subject_id) == (SYSTEM.id, str(story_id))
    assert Publication.objects.latest("number").decided_by == SYSTEM.id
