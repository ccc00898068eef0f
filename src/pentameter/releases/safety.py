"""From true tables to such as identify nobody: the one place that calls `safetables`.

Counts below the threshold are hidden with whatever would give them away; then the attacker is shown these tables and
everything that was released before, and has to find nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

import safetables as st
from pentameter.releases.rules.attacked import Attacked, Bound
from pentameter.releases.rules.days import Known, grows, strictly
from pentameter.releases.rules.populations import parts
from pentameter.releases.shelf.content import WITHHELD, Table, codes_of
from safetables.published import suppressed

MOST_NAMED = 12
"""So many of the cells that are given away are named in a sentence. What they count is said nowhere."""
CONTRADICTS = "These figures contradict what was released before, or do not add up. Freeze them again."


@dataclass(frozen=True)
class MadeSafe:
    """`tables` as they may be published; None where they may not, and `refused` says why, naming the cells."""

    attacked: Attacked
    tables: tuple[Table, ...] | None = None
    refused: str = ""


def made_safe(tables: Sequence[Table], threshold: int, known: Sequence[Known]) -> MadeSafe:
    """The tables without what has to be withheld, or the refusal. The true ones are given."""
    rules = st.Rules(threshold=threshold)
    given = [_true(table) for table in tables]
    if not given:
        return MadeSafe(Attacked(0, 0, len(known)), ())
    try:
        protected = st.protect(given, rules, earlier=_earlier(known, tables))
    except st.Refusal as refusal:
        return MadeSafe(Attacked(0, 0, len(known), given_away=refusal.cells), None, _why(refusal))
    except st.BadInput:
        return MadeSafe(Attacked(0, 0, len(known)), None, CONTRADICTS)
    safe = tuple(
        _hidden(table, published, _done(protected, number))
        for number, (table, published) in enumerate(zip(tables, protected.published, strict=True))
    )
    attacked = attack(
        [Known(safe=one, true=true, threshold=threshold) for one, true in zip(safe, tables, strict=True)], known
    )
    return MadeSafe(attacked, safe if attacked.safe else None, _given_away(attacked))


def attack(own: Sequence[Known], known: Sequence[Known]) -> Attacked:
    """What anybody can conclude from these tables and all that is known besides."""
    if not own:
        return Attacked(0, 0, len(known))
    everything = [*known, *own]
    rules = st.Rules(threshold=own[0].threshold)
    published = [_published(one, rules) for one in everything]
    truths = [_true(one.true) for one in everything]
    tables = [one.true for one in own]
    found = st.attack(published, rules, truths=truths, grows=grows(known, tables), parts=_parts(known, tables))
    bounds = tuple(Bound(one.name, one.low, None if np.isinf(one.high) else one.high) for one in found.bounds)
    away = tuple(one.bound.name for one in found.given_away)
    return Attacked(found.cells, found.checked or 0, len(known) or len(own), bounds, away)


def _earlier(known: Sequence[Known], tables: Sequence[Table]) -> st.Earlier:
    rules = st.Rules(threshold=known[0].threshold) if known else st.Rules()
    published = tuple(_published(one, rules) for one in known)
    truths = tuple(_true(one.true) for one in known)
    return st.Earlier(published, truths, grows=grows(known, tables), parts=_parts(known, tables))


def _parts(known: Sequence[Known], tables: Sequence[Table]) -> tuple[st.Part, ...]:
    """Who is counted within whom."""
    populations = {one.population for one in (*(each.true for each in known), *tables)}
    return tuple(st.Part(*part, strictly=strictly(known, tables, part)) for part in parts(populations))


def _true(table: Table) -> st.Table:
    dimensions = tuple(
        st.Dimension.from_pairs(one.name, [(code.code, code.part_of) for code in one.codes]) for one in table.dimensions
    )
    about = st.About(name=table.title, population=table.population, as_at=table.when)
    cells = {codes: float(count or 0) for codes, count in table.cells.items()}
    return st.Table.of(dimensions, cells, about=about)


def _published(one: Known, rules: st.Rules) -> st.Published:
    true = _true(one.true)
    places = [codes_of(dimension) for dimension in one.safe.dimensions]
    hidden = np.array([one.safe.cells[codes] is None for codes in true.cells])
    if [set(codes) for codes in places] != [set(dimension.codes) for dimension in true.dimensions]:
        raise ValueError("A safe table has other cells than the true one.")
    return suppressed(true, hidden, least=rules.least)


def _hidden(table: Table, published: st.Published, done: str) -> Table:
    """The table without what is hidden; the codes of `published` may stand in another order."""
    hidden = {codes for codes, is_hidden in zip(_true(table).cells, published.hidden.ravel(), strict=True) if is_hidden}
    values = tuple(None if codes in hidden else count for codes, count in table.cells.items())
    return replace(table, values=values, done=done)


def _done(protected: st.Protected, number: int) -> str:
    """What was done to one of the tables, with the mark that stands there."""
    return st.statement(_alone(protected, number)).replace("hidden and marked x", f"withheld and marked {WITHHELD}")


def _alone(protected: st.Protected, number: int) -> st.Protected:
    """What was done to one of the tables, to be said under it."""
    published = protected.published[number]
    many, hidden = published.hidden.size, int(published.hidden.sum())
    return replace(protected, published=(published,), tables=(protected.tables[number],), cells=many, hidden=hidden)


def _why(refusal: st.Refusal) -> str:
    named = "; ".join(refusal.cells[:MOST_NAMED])
    more = f"; and {len(refusal.cells) - MOST_NAMED:,} more" if len(refusal.cells) > MOST_NAMED else ""
    cells = f" Given away: {named}{more}." if named else ""
    return f"{refusal.sentence} {refusal.what_would_help}{cells}".replace("  ", " ")


def _given_away(attacked: Attacked) -> str:
    return "" if attacked.safe else f"The attacker comes too close to: {'; '.join(attacked.given_away[:MOST_NAMED])}."
