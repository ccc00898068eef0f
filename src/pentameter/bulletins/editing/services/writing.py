"""Writing a story and its translations. Each save is kept; none is written over, and nothing typed is lost."""

from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.bulletins.editing.models import Save, Story, Translation
from pentameter.bulletins.editing.rules.states import State, Step
from pentameter.bulletins.editing.services.loading import HeldStory, held_story
from pentameter.bulletins.site.vocabulary import Language, Subject
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import require


@dataclass(frozen=True, slots=True)
class Written:
    """What was written in one language."""

    title: str
    summary: str
    text: str


@transaction.atomic
def start_story(*, written: Written, subject: Subject, by: Actor, slug: str = "") -> UUID:
    """Start a story. Its address is made of its title, and does not change once it is public. Answers its id."""
    require(decide(by, Operation.WRITE_STORY))
    story = Story(
        id=new_id(),
        slug=free_slug(slug or _slug(written.title)),
        state=State.DRAFT.value,
        subject=subject.value,
        **asdict(written),
        started_by=by.id,
        changed_at=clock.now(),
        changed_by=by.id,
    )
    story.save(force_insert=True)
    _keep(story.pk, Language.ENGLISH, written, by)
    record(Event.STORY_STARTED, by=by, subject=("story", story.pk))
    return story.pk


@transaction.atomic
def save_story(
    *, story_id: UUID, written: Written, subject: Subject, correction: str = "", version: int, by: Actor
) -> None:
    """Keep what was written. Writing on a published story begins a correction; `correction` says what it corrects.

    Translations of what changed are to be confirmed again.

    Raises:
        StoryChangedMeanwhile: somebody else changed it first.
    """
    here = held_story(story_id, Operation.WRITE_STORY, by)
    here.insist_on(version)
    state = here.step(Step.WRITE)
    kept = correction if here.public else ""
    if asdict(written) != {name: getattr(here.row, name) for name in asdict(written)}:
        Translation.objects.filter(story=here.row).update(checked_by="")
    slug = _slug_after(here, written.title)
    here.change(**asdict(written), subject=subject.value, correction=kept, slug=slug, **_unread(state))
    number = _keep(story_id, Language.ENGLISH, written, by)
    record(Event.STORY_WRITTEN, by=by, subject=("story", story_id), detail={"language": "en", "save": number})


@transaction.atomic
def save_translation(
    *, story_id: UUID, language: Language, written: Written, checked: bool, version: int, by: Actor
) -> None:
    """Keep a translation. `checked`: this person speaks the language and has read it against the English.

    Raises:
        StoryChangedMeanwhile: somebody else changed the story first.
    """
    here = held_story(story_id, Operation.WRITE_STORY, by)
    here.insist_on(version)
    here.change(**_unread(here.step(Step.WRITE)))
    number = _keep(story_id, language, written, by)
    values = {**asdict(written), "checked_by": by.id if checked else "", "version": number}
    Translation.objects.update_or_create(story_id=story_id, language=language.value, defaults=values)
    detail = {"language": language.value, "save": number, "checked": checked}
    record(Event.STORY_WRITTEN, by=by, subject=("story", story_id), detail=detail)


@transaction.atomic
def drop_story(*, story_id: UUID, version: int, by: Actor) -> None:
    """Drop a story that was never published, or a correction of one that was: then what is public stays as it is."""
    here = held_story(story_id, Operation.WRITE_STORY, by)
    here.insist_on(version)
    here.change(state=_after_dropping(here).value, publish_at=None, **_as_published(here))
    record(Event.STORY_DROPPED, by=by, subject=("story", story_id), detail={"public": here.public})


def _after_dropping(here: HeldStory) -> State:
    """What was taken off is withdrawn when its correction is dropped."""
    state = here.step(Step.DROP)
    return State.WITHDRAWN if state is State.PUBLISHED and _is_taken_off(here) else state


def _is_taken_off(here: HeldStory) -> bool:
    last = here.row.publications.order_by("-number").first()
    return last is not None and "words" not in last.frozen


def _as_published(here: HeldStory) -> dict[str, object]:
    """The words that are public, where a correction is dropped."""
    last = here.row.publications.order_by("-number").first()
    if last is None or _is_taken_off(here):
        return {}
    for language, said in last.frozen["words"].items():
        if language != Language.ENGLISH:
            values = {name: said[name] for name in ("title", "summary", "text", "checked_by")}
            Translation.objects.filter(story=here.row, language=language).update(**values)
    english = last.frozen["words"][Language.ENGLISH.value]
    return {
        **{name: english[name] for name in ("title", "summary", "text")},
        "subject": last.frozen["subject"],
        "read_by": last.read_by,
        "correction": "",
        "note": "",
    }


def _unread(state: State) -> dict[str, object]:
    """What was written on has been read by nobody."""
    return {"state": state.value, "read_by": "", "submitted_by": "", "publish_at": None}


def _keep(story_id: UUID, language: Language, written: Written, by: Actor) -> int:
    earlier = Save.objects.filter(story_id=story_id, language=language.value).aggregate(last=Max("number"))["last"]
    number = int(earlier or 0) + 1
    Save.objects.create(
        story_id=story_id,
        language=language.value,
        number=number,
        **asdict(written),
        saved_at=clock.now(),
        saved_by=by.id,
    )
    return number


def _slug(title: str) -> str:
    return slugify(title)[:70].strip("-") or "bulletin"


def _slug_after(here: HeldStory, title: str) -> str:
    """The address follows the title until somebody may have it: what a title said first would stand in it for ever."""
    row = here.row
    if here.public or title == row.title or not row.slug.startswith(_slug(row.title)):
        return str(row.slug)
    return str(row.slug) if _slug(title) == _slug(row.title) else free_slug(_slug(title))


def free_slug(wanted: str) -> str:
    """The address, with a number where it is taken. An address that was public once belongs to that bulletin."""
    taken = set(Story.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (wanted, *numbered) if one not in taken)
