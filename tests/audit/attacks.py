"""What people who can write past Pentameter might do to a record: the five kinds, each in several ways.

An attack takes the rows and the noted end, and gives them back tampered with, with the first row that it touched. `far`
is the last row that it may touch: attacks that compute the chain anew leave no trace behind the last checkpoint.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from pentameter.audit import chain
from pentameter.audit.chain import GENESIS, Row
from pentameter.audit.findings import Kind
from pentameter.audit.walk import End

FIELDS = ("at", "event", "actor", "role", "agency", "subject_type", "subject_id", "purpose", "detail")


@dataclass(frozen=True)
class Tampered:
    """A record after an attack. `exact`: the report must name row `first`; otherwise a stretch that holds it."""

    rows: list[Row]
    end: End
    first: int
    exact: bool = True


Attack = Callable[[random.Random, list[Row], End, int], Tampered]


def renumbered(rows: list[Row]) -> list[Row]:
    return [row._replace(seq=number) for number, row in enumerate(rows, start=1)]


def sealed(row: Row) -> Row:
    return row._replace(digest=chain.digest(row))


def rechained(rows: list[Row]) -> list[Row]:
    """Every row with the next number, the right predecessor and the right digest."""
    made: list[Row] = []
    for number, row in enumerate(rows, start=1):
        made.append(sealed(row._replace(seq=number, previous=made[-1].digest if made else GENESIS)))
    return made


def end_of(rows: list[Row]) -> End:
    return End(rows[-1].seq, rows[-1].digest) if rows else End(0, GENESIS)


def changed(rng: random.Random, row: Row) -> Row:
    name = rng.choice(FIELDS)
    if name == "at":
        return row._replace(at=row.at[:20] + f"{(int(row.at[20:26]) + 1 + rng.randrange(9)) % 10**6:06d}+00:00")
    if name == "detail":
        return row._replace(detail=chain.canonical({"ids": [f"forged-{rng.random()}"]}))
    return row._replace(**{name: f"x{rng.randrange(10**6)}"})


def forged(rng: random.Random, model: Row) -> Row:
    return model._replace(actor=f"forger-{rng.randrange(10**6)}", digest=f"{rng.getrandbits(256):064x}")


# --- edit


def edit(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k = rng.randrange(len(rows))
    return Tampered([*rows[:k], changed(rng, rows[k]), *rows[k + 1 :]], end, k + 1)


def edit_links(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k = rng.randrange(len(rows))
    row = rows[k]._replace(**{rng.choice(["previous", "digest"]): f"{rng.getrandbits(256):064x}"})
    return Tampered([*rows[:k], row, *rows[k + 1 :]], end, k + 1)


def edit_and_seal(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k = rng.randrange(len(rows) - 1)
    return Tampered([*rows[:k], sealed(changed(rng, rows[k])), *rows[k + 1 :]], end, k + 1)


def edit_and_rechain(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k = rng.randrange(far)
    made = rechained([*rows[:k], changed(rng, rows[k]), *rows[k + 1 :]])
    return Tampered(made, rng.choice([end, end_of(made)]), k + 1, exact=False)


# --- delete


def _span(rng: random.Random, last: int) -> tuple[int, int]:
    k = rng.randrange(last - 1)
    return k, min(k + rng.choice([1, 1, 2, 5]), last - 1)


def delete(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k, after = _span(rng, len(rows))
    return Tampered([*rows[:k], *rows[after:]], end, k + 1)


def delete_and_renumber(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k, after = _span(rng, len(rows))
    made = renumbered([*rows[:k], *rows[after:]])
    return Tampered(made, rng.choice([end, end_of(made)]), k + 1)


def delete_and_relink(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k, after = _span(rng, len(rows))
    row = sealed(rows[after]._replace(previous=rows[k - 1].digest if k else GENESIS))
    return Tampered([*rows[:k], row, *rows[after + 1 :]], end, k + 1)


def delete_and_rechain(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k, after = _span(rng, far)
    made = rechained([*rows[:k], *rows[after:]])
    return Tampered(made, rng.choice([end, end_of(made)]), k + 1, exact=False)


# --- insert


def insert(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k = rng.randrange(len(rows))
    made = renumbered([*rows[:k], forged(rng, rows[k]), *rows[k:]])
    return Tampered(made, rng.choice([end, end_of(made)]), k + 1)


def insert_fitting(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k = rng.randrange(len(rows))
    row = sealed(forged(rng, rows[k])._replace(seq=k + 1, previous=rows[k - 1].digest if k else GENESIS))
    made = renumbered([*rows[:k], row, *rows[k:]])
    return Tampered(made, rng.choice([end, end_of(made)]), k + 1)


def insert_beyond_the_end(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    row = sealed(forged(rng, rows[-1])._replace(seq=end.seq + 1, previous=end.digest))
    return Tampered([*rows, row], end, end.seq + 1)


def insert_the_same_number(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k = rng.randrange(len(rows))
    return Tampered([*rows[: k + 1], sealed(forged(rng, rows[k])), *rows[k + 1 :]], end, k + 1)


def insert_and_rechain(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k = rng.randrange(far)
    made = rechained([*rows[:k], *(forged(rng, rows[k]) for _ in range(rng.choice([1, 1, 3]))), *rows[k:]])
    return Tampered(made, rng.choice([end, end_of(made)]), k + 1, exact=False)


# --- reorder


def _pair(rng: random.Random, last: int) -> tuple[int, int]:
    i = rng.randrange(last - 1)
    return i, rng.choice([i + 1, rng.randrange(i + 1, last)])


def _swapped(rows: list[Row], i: int, j: int) -> list[Row]:
    return [*rows[:i], rows[j], *rows[i + 1 : j], rows[i], *rows[j + 1 :]]


def swap(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    i, j = _pair(rng, len(rows))
    return Tampered(renumbered(_swapped(rows, i, j)), end, i + 1)


def swap_what_they_say(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    i, j = _pair(rng, len(rows))
    said = {name: getattr(rows[j], name) for name in FIELDS}, {name: getattr(rows[i], name) for name in FIELDS}
    made = [*rows]
    made[i], made[j] = rows[i]._replace(**said[0]), rows[j]._replace(**said[1])
    return Tampered(made, end, i + 1)


def swap_and_seal(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    tampered = swap_what_they_say(rng, rows[:far], end, far)
    made = [row if row == old else sealed(row) for row, old in zip(tampered.rows, rows, strict=False)]
    return Tampered([*made, *rows[far:]], end, tampered.first, exact=False)


def move(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    i, j = _pair(rng, len(rows))
    late = [*rows[:i], *rows[i + 1 : j + 1], rows[i], *rows[j + 1 :]]
    early = [*rows[:i], rows[j], *rows[i:j], *rows[j + 1 :]]
    return Tampered(renumbered(rng.choice([late, early])), end, i + 1)


def reverse(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    i, j = _pair(rng, len(rows))
    return Tampered(renumbered([*rows[:i], *reversed(rows[i : j + 1]), *rows[j + 1 :]]), end, i + 1)


def move_past_the_end(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k = rng.randrange(len(rows) - 1)
    return Tampered([*rows[:k], *rows[k + 1 :], rows[k]._replace(seq=end.seq + 1)], end, k + 1)


def swap_and_rechain(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    i, j = _pair(rng, far)
    made = rechained(_swapped(rows, i, j))
    return Tampered(made, rng.choice([end, end_of(made)]), i + 1, exact=False)


def move_and_rechain(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    i, j = _pair(rng, far)
    made = rechained([*rows[:i], *rows[i + 1 : j + 1], rows[i], *rows[j + 1 :]])
    return Tampered(made, rng.choice([end, end_of(made)]), i + 1, exact=False)


# --- truncate


def truncate(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k = rng.randrange(len(rows))
    return Tampered(rows[:k], end, k + 1)


def truncate_and_move_the_end(rng: random.Random, rows: list[Row], end: End, far: int) -> Tampered:
    k = rng.randrange(far)
    return Tampered(rows[:k], end_of(rows[:k]), k + 1)


ATTACKS: tuple[tuple[Kind, tuple[Attack, ...]], ...] = (
    (Kind.EDIT, (edit, edit_links, edit_and_seal, edit_and_rechain)),
    (Kind.DELETE, (delete, delete_and_renumber, delete_and_relink, delete_and_rechain)),
    (
        Kind.INSERT,
        (insert, insert_fitting, insert_beyond_the_end, insert_the_same_number, insert_and_rechain),
    ),
    (
        Kind.REORDER,
        (
            swap,
            swap_what_they_say,
            swap_and_seal,
            move,
            reverse,
            move_past_the_end,
            swap_and_rechain,
            move_and_rechain,
        ),
    ),
    (Kind.TRUNCATE, (truncate, truncate_and_move_the_end)),
)
