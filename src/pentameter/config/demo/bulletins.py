"""The demo's bulletins: the launch of the second wave, in our own words from what was published. Nobody is named.

Their words lie in `texts`, with their sources. What sources disagree on, or could not be read whole, is said to be to
confirm. Each is written by one person and read by another, through the same services as any other.
"""

from dataclasses import dataclass
from importlib.resources import files
from uuid import UUID

from pentameter.accounts import api as accounts
from pentameter.accounts.queries.people import demo_people
from pentameter.bulletins.editing.api import (
    Language,
    Subject,
    Written,
    approve_story,
    bring_waiting,
    is_written,
    publish_story,
    save_translation,
    start_story,
    story_version,
    submit_story,
)
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.verdict import Refused
from pentameter.releases.shelf import api as shelf

_WRITER, _READER = "editor", "second.editor"
_PLACE = "RELEASE/TABLE"


@dataclass(frozen=True, slots=True)
class DemoBulletin:
    """A bulletin with its address, and its translations, which no speaker has read."""

    slug: str
    subject: Subject
    english: Written
    others: tuple[tuple[Language, Written], ...] = ()


def launch() -> DemoBulletin:
    """How the second wave began."""
    welsh = (Language.WELSH, _text("launch.cy.md"))
    return DemoBulletin("the-second-wave-begins", Subject.OPERATION, _text("launch.en.md"), (welsh,))


def on_nil_returns() -> DemoBulletin:
    """A bulletin that waits for its second reader."""
    return DemoBulletin("what-a-nil-return-says", Subject.FIGURES, _text("nil.en.md"))


def on_figures() -> DemoBulletin | None:
    """How to read a chart of the first release that is public; None where there is none with a table."""
    for card in shelf.latest():
        shown = shelf.on_show(card.slug)
        if shown and shown.content and shown.content.tables:
            place = f"{card.slug}/{shown.content.tables[0].key}"
            return DemoBulletin("how-to-read-the-figures", Subject.FIGURES, _text("figures.en.md", place))
    return None


def publish_bulletins() -> int:
    """Write, read and publish the demo's bulletins that are not there yet, and send one more to be read.

    Answers how many were published.
    """
    people = {one.username: one.id for one in demo_people()}
    wanted = [one for one in (launch(), on_figures()) if one and not is_written(one.slug)]
    for told in wanted:
        _publish(told, _person(people[_WRITER]), _person(people[_READER]))
    if not is_written((waits := on_nil_returns()).slug):
        _sent(waits, _person(people[_WRITER]))
    bring_waiting(by=SYSTEM)
    return len(wanted)


def _sent(told: DemoBulletin, writer: Actor) -> UUID:
    """Written, and sent to a second reader."""
    made = start_story(written=told.english, subject=told.subject, slug=told.slug, by=writer)
    for language, words in told.others:
        version = story_version(made)
        save_translation(story_id=made, language=language, written=words, checked=False, version=version, by=writer)
    submit_story(story_id=made, version=story_version(made), by=writer)
    return made


def _publish(told: DemoBulletin, writer: Actor, reader: Actor) -> None:
    made = _sent(told, writer)
    approve_story(story_id=made, version=story_version(made), by=reader)
    publish_story(story_id=made, version=story_version(made), by=writer)


def _text(name: str, place: str = _PLACE) -> Written:
    """A file: its title, its summary, and its text."""
    said = (files(__package__) / "texts" / name).read_text(encoding="utf-8")
    title, summary, text = said.split("\n\n", 2)
    return Written(title.removeprefix("# "), summary, text.replace(_PLACE, place))


def _person(user_id: UUID) -> Actor:
    found = accounts.actor_of_user(user_id, second_factor=True)
    if found is None:
        raise Refused("The people of the demonstration are not there.")
    return found
