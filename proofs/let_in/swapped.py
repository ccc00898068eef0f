"""Identifiers swapped: what is another's in place of one's own, in paths, queries and forms.

Whoever sends the id of something that they may not see is answered as for an id that never was, to the byte.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from uuid import uuid4

from tests.decisions.firewall import asking

from proofs.let_in import people, policy
from proofs.let_in.addresses import NOT_MADE, STAFF
from proofs.let_in.people import Reader
from proofs.let_in.policy import Record
from proofs.let_in.scene import Scene
from proofs.let_in.walk import Found, Told, ask, filled

QUERIES = (
    "a",
    "agency",
    "case",
    "from",
    "mention",
    "next",
    "operation",
    "page",
    "path",
    "purpose",
    "reference",
    "report",
)
QUERIES += ("role", "source", "suspect", "target", "thing", "to", "wave", "words", "around", "one", "other", "version")
"""Names that addresses read from their query beside those of their forms."""


READERS = ("Durham's constable", "Cleveland's sergeant", "the caseworker", "a decision-maker", "a removals officer")
"""Who swaps: one of each side."""


def swap(
    scene: Scene,
    readers: Iterable[Reader],
    found: Found,
    routes: Iterable[str],
    *,
    queries: Iterable[str] = QUERIES,
    most: int | None = None,
) -> None:
    """Those of the addresses that a reader may open, with another's ids in its path, its query and its form.

    `most`: of how many ids of others.
    """
    asked = frozenset(queries)
    views = {one.route: one for one in asking.addresses()}
    routes = tuple(routes)
    for reader in readers:
        client, head = people.asking(reader)
        for route in routes:
            family, rule = STAFF[route]
            own = next((one for one in _records(scene, family) if policy.lets_in(rule, reader, one)), None)
            if own is None:
                continue
            people.fresh(reader, client)
            others = _others(scene, reader)[:most]
            for what, told, absent in _answers(client, head, route, own, views[route], others, asked):
                same = (told.status, told.digest) == (absent.status, absent.digest) and told.status < 500
                found.note(right=same, kind="swapped", what=f"{what} by {reader.name}: {told.status}, {absent.status}")


def _records(scene: Scene, family: str) -> tuple[Record, ...]:
    return () if family in NOT_MADE else scene.of(family)


def _answers(
    client: object,
    head: dict[str, str],
    route: str,
    own: Record,
    view: asking.Address,
    others: list[tuple[str, str, str]],
    queries: frozenset[str],
) -> Iterator[tuple[str, Told, Told]]:
    for name in sorted({*re.findall(r"<uuid:(\w+)>", route)} - {_first(route)}):
        for family, theirs, never in others:
            if family == own.family:
                one, other = (filled(route, _with(own, route, name, value)) for value in (theirs, never))
                yield f"GET {one}", *(ask(client, "GET", path, {}, head, hide=path) for path in (one, other))
    path = filled(route, own)
    typed = asking.plausible(view)
    for name in sorted({*typed, *queries}):
        for _, theirs, never in others:
            yield (
                f"GET {path}?{name}={theirs}",
                *(ask(client, "GET", f"{path}?{name}={value}", {}, head, hide=value) for value in (theirs, never)),
            )
            if name in typed:
                yield (
                    f"POST {path} {name}={theirs}",
                    *(ask(client, "POST", path, {**typed, name: value}, head, hide=value) for value in (theirs, never)),
                )


def _first(route: str) -> str:
    found = re.search(r"<uuid:(\w+)>", route)
    return found[1] if found else ""


def _with(own: Record, route: str, name: str, value: str) -> Record:
    """The record with another's id in one place; entries are known by the part of the address before them."""
    names = {name} if name in own.places else {"note", "flag", "task", "appointment", "court"}
    return replace(own, places={**own.places, **dict.fromkeys(names, value)})


def _others(scene: Scene, reader: Reader) -> list[tuple[str, str, str]]:
    """Ids of what the reader may not see, each with one that never was."""
    hers = next(one for one in scene.of("case") if one.name == "share expired")
    theirs = next((one for one in scene.of("report") if reader.agency not in {one.agency, *one.given_to}), None)
    ids = [("case", hers.places[name], str(uuid4())) for name in ("case_id", "matter_id", "note", "event_id")]
    ids += [("case", hers.reference, _like(hers.reference))]
    ids += [("report", theirs.places["report_id"], str(uuid4()))] if theirs else []
    return ids


def _like(reference: str) -> str:
    return reference[:-4] + reference[-4:].translate(str.maketrans("23456789ABCDEFGH", "98765432HGFEDCBA"))
