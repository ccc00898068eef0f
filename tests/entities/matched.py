"""Reports that are taken in, placed and matched, for the tests of matching."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from intelligence import ground, many
from pentameter.entities.models import Placing, Proposal
from pentameter.entities.services.following import Step, place_next
from pentameter.intelligence import bulk
from pentameter.intelligence.keys import identifier_index, keys_of
from pentameter.intelligence.models import Mention, Report
from pentameter.intelligence.services.steps import numbered
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.ids import beside
from pentameter.kernel.safe import Safe

ADA = {"name": "Ada Quillfeather", "dob": "1961-04-05", "nationality": "GB", "sex": "female", "document": "533380006"}
"""Rare enough in name and date that any model knows her again; facts of a person, without a role."""


def person(facts: dict[str, str], role: str = "suspect", place: int = 1) -> dict[str, str]:
    """The cells of a person in a report."""
    cells = {f"person{place}_{name}": value for name, value in facts.items()}
    return cells | ({f"person{place}_role": role} if role else {})


def take_in(rows: Iterable[dict[str, str]], wave_id: UUID, *, by: Actor | None = None, name: str = "a.csv") -> None:
    """Have these rows accepted, every one."""
    card = ground.sent(ground.csv_of(rows), wave_id, by=by, name=name)
    assert card.accepted == card.rows, card


def place() -> list[Step]:
    """Place and match all that waits."""
    steps = []
    while step := place_next(by=SYSTEM):
        steps.append(step)
    return steps


def things(kind: str = "person") -> set[frozenset[UUID]]:
    """The things of one kind, as sets of their mentions."""
    groups: dict[UUID, set[UUID]] = {}
    for mention, thing in Placing.objects.filter(kind=kind).values_list("mention_id", "thing"):
        groups.setdefault(thing, set()).add(mention)
    return {frozenset(group) for group in groups.values()}


def sizes(kind: str = "person") -> list[int]:
    """How many mentions each thing of one kind has, the largest first."""
    return sorted((len(group) for group in things(kind)), reverse=True)


def open_pairs() -> set[frozenset[UUID]]:
    """The pairs that wait to be judged."""
    rows = Proposal.objects.filter(state="open").values_list("left_id", "right_id")
    return {frozenset(pair) for pair in rows}


def mentions(reference: str, kind: str = "person") -> list[UUID]:
    """The mentions of a report, by its own reference."""
    found = Mention.objects.filter(report__own_reference=reference, kind=kind).order_by("position")
    return list(found.values_list("id", flat=True))


def reports_of(
    rows: Iterable[Sequence[tuple[str, dict[str, str], str]]],
    wave_id: UUID,
    sender: str = "durham",
    *,
    earlier: bool = False,
) -> None:
    """Reports straight into the tables, each given by its mentions: kind, facts, identifier.

    With `earlier` their identifiers are smaller than all others'.
    """
    keys = keys_of(sender)
    made = [(many.report(wave_id, sender, clock.today()), mentioned) for mentioned in rows]
    if earlier:
        made = [({**report, "id": UUID(int=report["id"].int >> 1)}, mentioned) for report, mentioned in made]
    bulk.insert(Report, numbered([report for report, _ in made]))
    bulk.insert(Mention, [row for report, mentioned in made for row in _mentions(report["id"], mentioned, keys)])


def _mentions(report: UUID, mentioned: Iterable[tuple[str, dict[str, str], str]], keys: Safe) -> Iterator[bulk.Row]:
    for position, (kind, facts, identifier) in enumerate(mentioned):
        one = beside(report, position + 1)
        yield {
            "id": one,
            "report_id": report,
            "position": position,
            "kind": kind,
            "sealed": keys.seal(facts, bound_to=f"mention:{one}"),
            "identifier_index": identifier_index(kind, identifier),
        }
