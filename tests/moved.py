"""Ciphertext moved: every sealed column of the product, found by itself, filled by scenes, and moved about.

Whatever is sealed while the scenes are made is remembered with its key and with what it was bound to. Then each cell is
put in the place of others, in other rows of its column and in other columns, and opened as that place is opened: it
must fail with `SealBroken`. A sealed column that no scene fills is told, so that a new one cannot be forgotten.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import pytest
from django.apps import apps
from django.db.models import BinaryField, Field

import cast
from pentameter.config.sensitivity import Sensitivity, declared
from pentameter.kernel import clock, sealing
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.sealing import SealBroken

HEADS = (0, 4, 33)
"""Bytes before what `sealing.seal` made: none; the version of the root key; the head of a letter to one."""
PLACES = {"entities.Found.sealed": "value"}
"""Bound to a place that is not the row, by the field that names it: pieces of one list of mentions share theirs."""
LETTER = 33
OTHER_ROWS, OTHER_COLUMNS = 3, 6


@dataclass(frozen=True)
class Cell:
    """A ciphertext where it lies, the key that seals there, and what that place binds to."""

    column: str
    place: str
    key: bytes
    bound: str
    sealed: bytes
    head: int

    def opens_as(self, other: "Cell") -> bool:
        """Whether this ciphertext opens in the place of another. A letter brings its own key along."""
        key = self.key if self.head == LETTER == other.head else other.key
        try:
            sealing.unseal(key, self.sealed, bound_to=other.bound)
        except SealBroken:
            return False
        return True


@contextmanager
def remembering(patch: pytest.MonkeyPatch) -> Iterator[dict[bytes, tuple[bytes, str]]]:
    """Whatever is sealed within: its key and what it was bound to, by its ciphertext."""
    remembered: dict[bytes, tuple[bytes, str]] = {}
    seal = sealing.seal

    def sealed(key: bytes, plain: bytes, *, bound_to: str) -> bytes:
        made = seal(key, plain, bound_to=bound_to)
        remembered[made] = (key, bound_to)
        return made

    with patch.context() as patched:
        patched.setattr(sealing, "seal", sealed)
        yield remembered


def columns() -> tuple[str, ...]:
    """Every sealed column, as it is declared; digests and passwords, which nothing opens, are none."""
    found = (f"{one.model}.{one.field}" for one in declared() if one.sensitivity is Sensitivity.SEALED)
    return tuple(name for name in found if isinstance(_field(name), BinaryField))


def cells(remembered: dict[bytes, tuple[bytes, str]]) -> tuple[list[Cell], list[str]]:
    """Every filled cell of every sealed column, and the cells that nothing here sealed."""
    found, strange = [], []
    for name in columns():
        model, _, column = name.rpartition(".")
        place = PLACES.get(name, "pk")
        for where, value in apps.get_model(model)._default_manager.exclude(**{column: None}).values_list(place, column):
            cell = _cell(name, str(where), bytes(value), remembered)
            found.append(cell) if cell else strange.append(f"{name} of {where}")
    return found, strange


def moved(all_cells: Sequence[Cell]) -> tuple[Counter[str], list[str]]:
    """Each cell put in the place of others: how many were tried, and those that opened."""
    by_column: dict[str, list[Cell]] = {}
    for one in all_cells:
        by_column.setdefault(one.column, []).append(one)
    counts, opened = Counter[str](), []
    for number, one in enumerate(all_cells):
        assert one.opens_as(one), f"{one.column} does not open where it lies"
        for what, other in _others(one, number, by_column):
            counts[what] += 1
            if one.opens_as(other):
                opened.append(f"{one.column} of {one.place} as {other.column} of {other.place}")
    counts["sealed columns"], counts["cells"] = len(by_column), len(all_cells)
    return counts, opened


def unbound(all_cells: Sequence[Cell]) -> list[str]:
    """Columns in which a single row lies that is not bound by its own name: nothing shows that it cannot be moved."""
    rows = Counter(one.column for one in all_cells)
    return [one.column for one in all_cells if rows[one.column] == 1 and one.place not in one.bound]


def sow() -> None:
    """Fill every sealed column, by what people do."""
    from decisions.firewall import seeds

    _releases()
    seeds.sow()
    _decided()
    _justice()
    _entities()
    _intelligence()
    _bulletins()


def _others(one: Cell, number: int, by_column: dict[str, list[Cell]]) -> Iterator[tuple[str, Cell]]:
    rows = [other for other in by_column[one.column] if other.place != one.place]
    for step in range(min(OTHER_ROWS, len(rows))):
        yield "moved to another row", rows[(number + step) % len(rows)]
    names = [name for name in by_column if name != one.column]
    for step in range(min(OTHER_COLUMNS, len(names))):
        there = by_column[names[(number + step * 7) % len(names)]]
        other = next((cell for cell in there if cell.place == one.place), there[number % len(there)])
        if not (one.head == other.head == LETTER and one.place == other.place):  # one letter to two, by two keys
            yield "moved to another column", other


def _cell(name: str, where: str, value: bytes, remembered: dict[bytes, tuple[bytes, str]]) -> Cell | None:
    for head in HEADS:
        if made := remembered.get(value[head:]):
            return Cell(name, where, made[0], made[1], value[head:], head)
    return None


def _field(name: str) -> Field[object, object]:
    model, _, column = name.rpartition(".")
    found: Field[object, object] = apps.get_model(model)._meta.get_field(column)
    return found


def _decided() -> None:
    """A decision that was served, so that there is a letter; and a list whose lines nobody read yet."""
    from decisions import ground, persons

    persons.refused_grounds(persons.run_out())
    ground.sent(*ground.OTHERS)


def _justice() -> None:
    from justice import ground
    from pentameter.justice.rules.kinds import Kind
    from pentameter.justice.services.striking import strike_out
    from pentameter.justice.services.suspects import mark_suspect

    for name in ("Ignatius Testperson", "Otto Muster"):
        made = ground.suspect(name=name)
        mark_suspect(suspect_id=made, words="He was never alone and had no papers.", by=cast.durham_constable())
        event = ground.records(made, Kind.ARRESTED, 100, offence=ground.TRAFFICKING, note="He said nothing.")
        version = ground.version(made)
        strike_out(event_id=event, reason="It was his brother.", version=version, by=cast.durham_constable())


def _entities() -> None:
    from entities import looking
    from entities.ground import Ground, judged, undone
    from entities.scene import scene
    from pentameter.entities.keys import safe
    from pentameter.entities.models import Opinion, Proposal
    from pentameter.entities.queries.reviewed import bound
    from pentameter.kernel.ids import new_id

    _links()
    scene()
    mentions = Ground().mentions(4)
    for one, other in zip(mentions[::2], mentions[1::2], strict=True):
        undone(judged(one, other, reason="The same birthday."), reason="Another year.")
    looking.indexed()
    for proposal in Proposal.objects.all()[:2]:
        made: UUID = new_id()
        sealed = safe().seal({"words": "Look at the dates."}, bound_to=bound(made))
        Opinion.objects.create(id=made, proposal=proposal, finding="same", sealed=sealed, asked_at=clock.now())


def _links() -> None:
    from entities import linked
    from pentameter.entities.services.links import NewLink, add_link, strike_link
    from pentameter.intelligence.intake.relations import Relation

    linked.whole()
    ends = linked.mention("person", "cleveland", 1), linked.mention("person", "durham")
    for relation in (Relation.CONTROLS, Relation.PAYS):
        said = NewLink(ends[0], relation, ends[1], "Seen so.")
        made = add_link(link=said, by=cast.durham_constable(), today=clock.today())
        strike_link(link_id=made, reason="It was her sister.", by=cast.durham_sergeant())


def _intelligence() -> None:
    from intelligence import ground

    rows = [row for number in (801, 802) for row in (ground.full(number), ground.bad(number + 10))]
    ground.sent(ground.csv_of(rows), ground.wave())


def _releases() -> None:
    from releases import scene

    of = scene.a_wave()
    scene.begun(of)
    scene.begun(of, slug="people-found-again")


def _bulletins() -> None:
    from bulletins import people
    from bulletins.tipdesk import scene
    from pentameter.bulletins.tipdesk.services.answering import Answer, answer_tip
    from pentameter.bulletins.tipdesk.services.bringing import bring_over

    for name in ("Heather Moor", "Rowan Field"):
        people.reader(name)
    for _ in range(2):
        tip = scene.opened()
        answer_tip(
            tip_id=tip.pk, answer=Answer("Which street?", asks=True), version=tip.version, by=cast.national_analyst()
        )
    bring_over(by=SYSTEM)
    for _ in range(2):
        scene.sent()
