"""What was done to a record: the kind of tampering, read from the first row that does not hold and those after it.

| what the first bad row shows                      | what was done                                                  |
|---------------------------------------------------|----------------------------------------------------------------|
| its number is not above the one before            | insert                                                         |
| its number leaves a gap                           | delete; reorder, if the missing row turns up further down      |
| its digest fits a higher number                   | delete, rows after it renumbered; reorder, as above            |
| its digest fits a lower number                    | insert, rows after it renumbered                               |
| its digest fits no number                         | insert, if the row of that number turns up further down;       |
|                                                   | reorder, if what it should say stands further down; else edit  |
| it fits, but not the row before                   | the row before was written anew: see the checkpoints           |
| all rows fit, and a checkpoint differs            | the chain was computed anew: see the checkpoints               |
| rows end before a checkpoint or the noted end     | truncate                                                       |

Where digests were computed anew, the next checkpoints tell what was done: the same rows in another order (reorder),
the checkpoint's row found above its place (delete) or below it (insert), or neither (edit).
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain as joined

from pentameter.audit.chain import Row
from pentameter.audit.findings import Finding, Kind
from pentameter.audit.origins import Origins
from pentameter.audit.walk import End, Walk, readable


def name(walk: Walk, bad: Row | None, rest: Iterator[Row], ended: Callable[[], End]) -> Finding | None:
    """What was done, if anything.

    Args:
        walk: the walk, as far as everything held.
        bad: the first row that does not hold; None if all do.
        rest: the rows after it.
        ended: reads the noted end of the chain again.
    """
    if bad is None:
        return _at_the_end(walk, ended())
    if walk.rewritten:
        walk.glance(joined([bad], rest))
        return _rewritten(walk, until=walk.rewritten.seq)
    return _broken(walk, bad, rest)


def _broken(walk: Walk, bad: Row, rest: Iterator[Row]) -> Finding:
    expected = walk.here.seq + 1
    if type(bad.seq) is not int:
        return Finding.at(Kind.INSERT, expected)
    if bad.seq < expected:
        return Finding.at(Kind.INSERT, bad.seq)
    origins = Origins(highest=max(walk.began.seq, bad.seq) + 1)
    if bad.seq > expected:
        return _gone(range(expected, bad.seq), origins, joined([bad], rest))
    origin = origins.of(bad)
    if origin is None:
        return _changed(bad, origins, rest)
    if origin == bad.seq:
        return _relinked(walk, bad, rest)
    if origin < bad.seq:
        return Finding.at(Kind.INSERT, origin)
    return _gone(range(bad.seq, origin), origins, rest)


def _gone(missing: range, origins: Origins, rest: Iterable[Row]) -> Finding:
    moved = any(origins.of(row) in missing for row in rest)
    return Finding.at(Kind.REORDER if moved else Kind.DELETE, missing.start)


def _changed(bad: Row, origins: Origins, rest: Iterable[Row]) -> Finding:
    for row in rest:
        origin = origins.of(row)
        if origin == bad.seq:
            return Finding.at(Kind.INSERT, bad.seq)
        if origin is None and _would_fit(row, bad):
            return Finding.at(Kind.REORDER, bad.seq)
    return Finding.at(Kind.EDIT, bad.seq)


def _would_fit(row: Row, place: Row) -> bool:
    """Whether what `row` says is what the digest at `place` was computed from."""
    text = readable(row)
    return (
        text is not None and isinstance(place.previous, str) and text.under(place.seq, place.previous) == place.digest
    )


def _relinked(walk: Walk, bad: Row, rest: Iterator[Row]) -> Finding:
    after = next(rest, None)
    follows = after.previous if after else walk.began.digest
    changed = walk.here.seq if follows == bad.digest and walk.here.seq else bad.seq
    count = walk.glance(joined([bad], [after] if after else [], rest))
    kind = _kind(walk)
    if kind is Kind.EDIT and count != walk.began.seq:
        kind = Kind.DELETE if count < walk.began.seq else Kind.INSERT
    if kind is not Kind.EDIT:
        return _rewritten(walk, until=changed, kind=kind)
    words = f"Row {changed:,} was changed after row {changed + 1:,} had been added, and its digest was computed anew."
    return Finding(Kind.EDIT, changed, words, since=walk.matched.number if walk.matched else None)


def _at_the_end(walk: Walk, end: End) -> Finding | None:
    last = walk.here.seq
    beyond = [one for one in walk.checkpoints if one.seq > last]
    if walk.rewritten:
        return _rewritten(walk, until=walk.rewritten.seq)
    if any(one.seq in walk.places for one in beyond):
        return _rewritten(walk, until=last)
    if beyond or last < walk.began.seq:
        return Finding.at(Kind.TRUNCATE, last + 1)
    if last > end.seq:
        return Finding.at(Kind.INSERT, end.seq + 1)
    if walk.end_differs or (last == end.seq and walk.here.digest != end.digest):
        return _rewritten(walk, until=last, kind=Kind.EDIT)
    return None


def _rewritten(walk: Walk, *, until: int, kind: Kind | None = None) -> Finding:
    since = walk.matched
    first = since.seq + 1 if since else 1
    return Finding.rewritten(kind or _kind(walk), first, max(first, until), since.number if since else None)


def _kind(walk: Walk) -> Kind:
    """What the checkpoints after the last one that holds say was done."""
    later = [one for one in walk.checkpoints if walk.matched is None or one.number > walk.matched.number]
    if any(one.seq in walk.same_rows for one in later):
        return Kind.REORDER
    for one in later:
        place = walk.places.get(one.seq, one.seq)
        if place != one.seq:
            return Kind.INSERT if place > one.seq else Kind.DELETE
    return Kind.EDIT
