"""Asking for a list, or for one name, and reading the answers. One path for all: the worker checks, pages only read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from pentameter.audit.api import Event, looked, record
from pentameter.decisions.list_keys import bound, keep_key, new_safe, safe_of, seal_file
from pentameter.decisions.matching import Subject
from pentameter.decisions.models import ListLine, RemovalList
from pentameter.decisions.queries import lists
from pentameter.decisions.queries.lists import SHOWN, ListCard, may_screen
from pentameter.decisions.queries.soundness import soundness
from pentameter.decisions.reading import subject_of
from pentameter.decisions.rules.screening import limits
from pentameter.decisions.rules.screening.answers import LineAnswer
from pentameter.decisions.rules.screening.clearance import Stage, may_say_none
from pentameter.decisions.rules.screening.lines import LineState
from pentameter.decisions.rules.screening.told import subject_as_json
from pentameter.decisions.services.settling import settle
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id, reference
from pentameter.kernel.safe import Safe
from pentameter.kernel.verdict import Refused, require
from pentameter.work.api import enqueue

CHECK = "check_list"
"""The background work that reads and checks a list."""
_HOUR = timedelta(hours=1)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ListsPage:
    """The lists of an agency, the latest first."""

    lists: tuple[ListCard, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list with a page of its answers, those that are held first."""

    list: ListCard
    answers: tuple[LineAnswer, ...]
    number: int
    pages: int


@transaction.atomic
def receive_list(*, name: str, content: bytes, way: str, by: Actor) -> UUID:
    """Keep a list that was sent, sealed, and have it checked."""
    if len(content) > limits.LARGEST_LIST:
        raise Refused(f"The list is larger than {limits.LARGEST_LIST // 1024**2} MB. Split it, and send the parts.")
    row, safe = _new(way, by)
    row.told = safe.seal({"name": _clean(name)}, bound_to=bound("told", row.id))
    row.file = seal_file(safe, content, row.id)
    return _keep(row, safe, (), by)


@transaction.atomic
def receive_lines(*, rows: Sequence[Mapping[str, str]], way: str, by: Actor) -> UUID:
    """Keep lines that were typed, or sent by the agency's own system, and have them checked as any list is."""
    require(limits.may_hold(len(rows)))
    row, safe = _new(way, by)
    row.told = safe.seal({"name": "One name" if len(rows) == 1 else "Names"}, bound_to=bound("told", row.id))
    row.stage, row.lines = Stage.CHECKING.value, len(rows)
    today = clock.today()
    subjects = [subject_of(cells, number=number, today=today) for number, cells in enumerate(rows, 1)]
    return _keep(row, safe, subjects, by)


def _new(way: str, by: Actor) -> tuple[RemovalList, Safe]:
    require(may_screen(by))
    now = clock.now()
    asked = RemovalList.objects.filter(agency_id=by.agency, received_at__gt=now - _HOUR).count()
    require(limits.may_ask_again(asked))
    identifier = new_id()
    row = RemovalList(
        id=identifier,
        reference=reference("L", identifier),
        agency_id=by.agency,
        way=way,
        stage=Stage.RECEIVED.value,
        received_at=now,
        received_by=by.id,
    )
    return row, new_safe()


def _keep(row: RemovalList, safe: Safe, subjects: Sequence[Subject], by: Actor) -> UUID:
    row.save(force_insert=True)
    keep_key(row.id, safe)
    add_lines(row, safe, subjects)
    enqueue(CHECK, str(row.id))
    record(Event.LIST_RECEIVED, by=by, subject=("list", row.id), detail={"way": row.way, "lines": row.lines})
    return row.id


def add_lines(row: RemovalList, safe: Safe, subjects: Sequence[Subject]) -> None:
    """Write the lines of a list, each sealed and with a reference of its own, in the caller's transaction."""
    ListLine.objects.bulk_create(
        (_line(row, safe, number, subject) for number, subject in enumerate(subjects, 1)), batch_size=_AT_ONCE
    )


def _line(row: RemovalList, safe: Safe, number: int, subject: Subject) -> ListLine:
    identifier = new_id()
    return ListLine(
        id=identifier,
        list=row,
        number=number,
        reference=reference("S", identifier),
        told=safe.seal(subject_as_json(subject), bound_to=bound("line", identifier)),
        state=LineState.WAITING.value,
    )


def _clean(name: str) -> str:
    """The file's name without its folders and without what cannot be shown."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(one for one in last if one.isprintable()).strip()[-200:] or "list"


@transaction.atomic
def check_again(*, list_id: UUID, by: Actor) -> None:
    """Have a list checked again whose answers are too old, or were not sure."""
    row = _held(list_id, by)
    if row.stage == Stage.DONE.value:
        row.stage, row.began_mark, row.checked = Stage.CHECKING.value, None, 0
        row.save(update_fields=["stage", "began_mark", "checked"])
        enqueue(CHECK, str(row.id))
    record(Event.LIST_ASKED_AGAIN, by=by, subject=("list", row.id))


def _held(list_id: UUID, by: Actor) -> RemovalList:
    """A list that the actor may see, held until the caller's transaction ends."""
    return lists.visible(list_id, by, among=RemovalList.objects.select_for_update())


@transaction.atomic
def show_lists(*, by: Actor) -> ListsPage:
    """The lists of the actor's agency."""
    require(may_screen(by))
    rows = RemovalList.objects.filter(agency_id=by.agency).order_by("-received_at")[:SHOWN]
    found = tuple(lists.cards(rows))
    looked(Event.LISTS_SHOWN, by=by, kind="list", ids=[one.id for one in found])
    return ListsPage(found)


@transaction.atomic
def show_list(*, list_id: UUID, by: Actor, page: int = 1) -> ListPage:
    """A list with a page of its answers. What changed meanwhile is noted, and checked again in the background."""
    row = _held(list_id, by)
    pages = max(1, -(-row.lines // SHOWN))
    number = min(max(page, 1), pages)
    card, found = _answered(row, slice((number - 1) * SHOWN, number * SHOWN), by)
    looked(Event.LIST_SHOWN, by=by, kind="list", ids=[row.id])
    return ListPage(card, found, number, pages)


@transaction.atomic
def take_answers(*, list_id: UUID, by: Actor) -> ListPage:
    """A list with all its answers, to be carried away."""
    row = _held(list_id, by)
    card, found = _answered(row, lists.EVERY, by)
    detail = {"carried_away": True, "lines": len(found)}
    record(Event.LIST_SHOWN, by=by, subject=("list", row.id), detail=detail)
    return ListPage(card, found, 1, 1)


def _answered(row: RemovalList, shown: slice, by: Actor) -> tuple[ListCard, tuple[LineAnswer, ...]]:
    """How a list stands that is held, and its answers; what changed meanwhile is noted."""
    system, safe = soundness(), safe_of(row.id)
    facts = settle(row, system, by=by)
    sure = may_say_none(facts, system).allowed
    return lists.card_of(row, facts, system, safe), tuple(lists.answers(row, safe, sure=sure, shown=shown))
