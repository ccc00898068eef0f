"""From records of another tool to rows of the template. A link becomes a row that mentions both its ends.

The records are read twice: once to know the things by their ids, and once to make the rows.
"""

import hashlib
from collections.abc import Callable, Generator, Iterator
from typing import Final

from pentameter.intelligence.intake.columns import PEOPLE_IN_A_ROW, PHONES_IN_A_ROW
from pentameter.intelligence.intake.drafts import FileRefused, Problem, RawRow
from pentameter.intelligence.intake.limits import LONGEST_REFERENCE
from pentameter.intelligence.intake.normalise.words import shown
from pentameter.intelligence.intake.readers.network.entries import End, Entry, Seen, fault
from pentameter.intelligence.intake.relations import JOINS
from pentameter.intelligence.vocabulary import MentionKind

MOST_THINGS: Final = 100_000
_MOST = {MentionKind.PERSON: PEOPLE_IN_A_ROW, MentionKind.PHONE: PHONES_IN_A_ROW}
_NUMBERED = frozenset(_MOST)
Entries = Callable[[], Iterator[Entry]]
Known = dict[str, Seen]


def rows(entries: Entries, *, file: str) -> Generator[RawRow, None, None]:
    """The rows that the records make, one each.

    Raises:
        FileRefused: where there are more things than can be held at a time.
    """
    known = _known(entries, file)
    for entry in entries():
        yield _row(entry, known)


def _known(entries: Entries, file: str) -> Known:
    known: Known = {}
    for entry in entries():
        if entry.seen and entry.id:
            known.setdefault(entry.id, entry.seen[0])
        if len(known) > MOST_THINGS:
            raise FileRefused(
                "too_many_things", f"{file} holds more than {MOST_THINGS:,} people and things. Send it in parts."
            )
    return known


def _row(entry: Entry, known: Known) -> RawRow:
    faults = list(entry.faults)
    if not entry.id:
        faults.append(fault(entry.number, "id", "required", "it is empty. Every record needs an id of its own."))
    seen = entry.seen or tuple(_ends(entry, known, faults))
    placed, cells = _places(seen, entry, faults)
    cells |= {
        "report_ref": reference(entry.id),
        "theme": "unknown",
        "text": f"{entry.called}.",
        "original_text": entry.as_sent,
        "handling_conditions": entry.conditions,
        "event_from": entry.days[0],
        "event_to": entry.days[1],
        "links": _link(entry, seen, placed),
    }
    return RawRow(entry.number, {name: cell for name, cell in cells.items() if cell}, tuple(faults), foreign=True)


def reference(identifier: str) -> str:
    """The report reference of a record: its id, or a digest of one that is too long or cannot be shown."""
    whole = f"ext:{identifier}"
    if len(whole) <= LONGEST_REFERENCE and whole.isprintable():
        return whole
    return f"ext:sha256:{hashlib.sha256(identifier.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def _ends(entry: Entry, known: Known, faults: list[Problem]) -> Iterator[Seen]:
    for end in entry.ends:
        if (seen := known.get(end.id)) is not None:
            yield seen
        elif not end.id:
            faults.append(fault(entry.number, end.field, "required", "it is empty. A link names both its ends."))
        else:
            faults.append(_nobody(entry, end))


def _nobody(entry: Entry, end: End) -> Problem:
    mend = "Send the records that it joins in the same file, or set this row aside."
    return fault(
        entry.number, end.field, "no_such_id", f"no person or thing in the file has the id {shown(end.id)}. {mend}"
    )


def _places(seen: tuple[Seen, ...], entry: Entry, faults: list[Problem]) -> tuple[tuple[str, ...], dict[str, str]]:
    """Where in the template each stands (person1, phone1, vehicle), and the cells that this fills."""
    taken: dict[MentionKind, int] = {}
    places: list[str] = []
    cells: dict[str, str] = {}
    for one in seen:
        at = taken[one.kind] = taken.get(one.kind, 0) + 1
        if at > _MOST.get(one.kind, 1):
            faults.append(_no_room(entry, one.kind))
            continue
        place = f"{one.kind.value}{at}" if one.kind in _NUMBERED else one.kind.value
        places.append(place)
        for name, value in one.facts.items():
            cells[place if one.kind is MentionKind.PHONE else f"{place}_{name}"] = value
    return tuple(places), cells


def _no_room(entry: Entry, kind: MentionKind) -> Problem:
    most = _MOST.get(kind, 1)
    sentence = f"it is about more than {most} of the kind {kind.value}, and a report has room for {most}. "
    return fault(entry.number, "record", "no_room", f"{sentence}Write the link into a report by hand.")


def _link(entry: Entry, seen: tuple[Seen, ...], places: tuple[str, ...]) -> str:
    """What the record says of its two ends, where the template has the word for it between these kinds."""
    if entry.relation is None or len(entry.ends) != 2 or len(places) != 2 or entry.relation not in JOINS:
        return ""
    before, after = JOINS[entry.relation]
    fits = seen[0].kind in before and seen[1].kind in after
    return f"{places[0]} {entry.relation.value} {places[1]}" if fits else ""
