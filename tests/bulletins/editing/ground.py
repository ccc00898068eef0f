"""Stories for tests: written by the cast's editor, read by another, published as in life."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from PIL import Image

from cast import editor
from decisions.ground import protected, stage
from pentameter.bulletins.editing.models import Story
from pentameter.bulletins.editing.services.bringing import bring_waiting
from pentameter.bulletins.editing.services.publishing import publish_story
from pentameter.bulletins.editing.services.reading import approve_story, submit_story
from pentameter.bulletins.editing.services.writing import Written, save_story, start_story
from pentameter.bulletins.site.vocabulary import Subject
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.releases.shelf.content import Code, Content, Description, Dimension, Table
from pentameter.releases.shelf.freezing import digest, freeze
from pentameter.releases.shelf.services import OnShelf, put

WORDS = Written("The second wave begins", "Forces of two states look again.", "It began in **October**.")
NOBODY = UUID(int=7)


def somebody_protected() -> None:
    """Zorana Testova is protected: no text may say her name."""
    stage()
    protected()


def second_editor() -> Actor:
    """Reads what the editor wrote."""
    return replace(editor(), id="5d3c4a3e-0000-4000-8000-000000002008", name="Medwyn Parry")


def a_story(written: Written = WORDS, subject: Subject = Subject.OPERATION) -> UUID:
    """A story that is being written."""
    return start_story(written=written, subject=subject, by=editor())


def row(story_id: UUID) -> Story:
    """The story as it stands."""
    return Story.objects.get(pk=story_id)


def version(story_id: UUID) -> int:
    """The version that somebody who opens it now would have."""
    return row(story_id).version


def sent(written: Written = WORDS) -> UUID:
    """A story that waits for a second reader."""
    story_id = a_story(written)
    submit_story(story_id=story_id, version=version(story_id), by=editor())
    return story_id


def approved(story_id: UUID | None = None) -> UUID:
    """A story that was read."""
    made = story_id or sent()
    approve_story(story_id=made, version=version(made), by=second_editor())
    return made


def published(written: Written = WORDS) -> UUID:
    """A story that readers see."""
    story_id = approved(sent(written))
    publish_story(story_id=story_id, version=version(story_id), by=editor())
    bring_waiting(by=SYSTEM)
    return story_id


def corrected(story_id: UUID, text: str, note: str) -> None:
    """A correction of it, written, read and published."""
    here = row(story_id)
    words = Written(here.title, here.summary, text)
    subject = Subject(here.subject)
    save_story(story_id=story_id, written=words, subject=subject, correction=note, version=here.version, by=editor())
    submit_story(story_id=story_id, version=version(story_id), by=editor())
    approved(story_id)
    publish_story(story_id=story_id, version=version(story_id), by=editor())
    bring_waiting(by=SYSTEM)


def a_release(slug: str = "second-wave") -> Content:
    """A small release on the shelf: one table by force and age, with a count that is withheld."""
    forces = Dimension("force", "Force", (Code("All forces"), Code("Durham", "All forces"), Code("Kent", "All forces")))
    ages = Dimension("age", "Age", (Code("All ages"), Code("Children", "All ages"), Code("Adults", "All ages")))
    values = (167, 13, 154, 60, None, None, 107, None, None)
    table = Table(
        key="found",
        title="People found, by force and age",
        counted="people found",
        population="people",
        dimensions=(forces, ages),
        values=values,
        source="Pentameter.",
        as_of=date(2008, 7, 2),
        done="Six cells are withheld.",
    )
    content = Content(
        slug=slug,
        title="The second wave in figures",
        number=1,
        as_of=date(2008, 7, 2),
        published_at=datetime(2008, 7, 2, 9, 30, tzinfo=UTC),
        threshold=10,
        description=Description(summary="Figures of the wave."),
        tables=(table,),
    )
    _put(content, "published")
    return content


def _put(content: Content, state: str) -> None:
    frozen = freeze(content)
    put(
        OnShelf(
            id=uuid4(),
            release=uuid4(),
            slug=content.slug,
            number=content.number,
            title=content.title,
            state=state,
            as_of=content.as_of,
            published_at=content.published_at,
            withdrawn_at=None,
            withdrawn_because="",
            content=frozen,
            digest=digest(frozen),
            revision=1,
            files=(),
        )
    )


def photograph(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **saving: object) -> bytes:
    """A picture as a camera would write it."""
    out = io.BytesIO()
    Image.new("RGB", size, "#7fd1d4").save(out, kind, **saving)
    return out.getvalue()
