"""What the contexts upstream know of rows: one `Facts` for a run of the watch.

Who was looked up is opened in memory, compared with who looked, and forgotten: what stays is that a row was alike.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from uuid import UUID
from zoneinfo import ZoneInfo

from pentameter.accounts import api as accounts
from pentameter.audit.api import Noted
from pentameter.decisions import api as decisions
from pentameter.entities.api import digest_of_asked
from pentameter.intelligence.api import OpenMention, mentions_by_id, mentions_of_reports
from pentameter.kernel.actor import Role
from pentameter.oversight.keys import home_mark
from pentameter.oversight.models import Alike, Home
from pentameter.oversight.rules.likeness import share_of
from pentameter.oversight.rules.looks import Likeness
from pentameter.oversight.rules.marks import postcodes, surname, surnames
from pentameter.oversight.rules.rows import Kind, Row
from pentameter.oversight.rules.screening import Check
from pentameter.oversight.rules.ties import CaseFact, Need
from pentameter.victims import api as victims

FEW_ANSWERS = 5
"""A search that shows more says nothing of whom it was for."""


@dataclass
class Known:
    """What is known of people, cases and checks by ids, and which rows were alike."""

    zones: Mapping[str, ZoneInfo]
    names: Mapping[str, str]
    cases: Mapping[str, CaseFact]
    held: Mapping[tuple[str, str], Sequence[Need]]
    checks: Mapping[str, decisions.CheckFact]
    rows_alike: dict[int, frozenset[Likeness]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._bearers = Counter(surname(name) for name in self.names.values())

    def zone(self, agency: str) -> tzinfo:
        """As `Facts` says."""
        return self.zones.get(agency, ZoneInfo("Europe/London"))

    def case(self, case: str) -> CaseFact | None:
        """As `Facts` says."""
        return self.cases.get(case)

    def needs(self, person: str, case: str) -> Sequence[Need]:
        """As `Facts` says."""
        return self.held.get((person, case), ())

    def alike(self, row: Row) -> frozenset[Likeness]:
        """As `Facts` says."""
        return self.rows_alike.get(row.seq, frozenset())

    def share(self, person: str) -> float:
        """As `Facts` says, from the names of all who have an account."""
        return share_of(self._bearers[surname(self.names.get(person, ""))] - 1, len(self.names))

    def check(self, row: Row) -> Check | None:
        """As `Facts` says."""
        return self.checks.get(row.subject)

    def trawls(self, checks: Sequence[Check], *, now: datetime) -> frozenset[str]:
        """As `Facts` says: the screening's own rule."""
        facts = [one for one in checks if isinstance(one, decisions.CheckFact)]
        return frozenset(one.kind.value for one in decisions.suspicions(facts, now=now))


def known(*, since: datetime) -> Known:
    """All that is known now, with the rows since a moment that were found alike before."""
    held: dict[tuple[str, str], list[Need]] = defaultdict(list)
    for one in victims.watched_needs():
        held[one.person, str(one.case_id)].append(Need(one.began_at, one.ended_at))
    alike: dict[int, frozenset[Likeness]] = {}
    for seq, kind in Alike.objects.values_list("seq", "kind"):
        alike[seq] = alike.get(seq, frozenset()) | {Likeness(kind)}
    return Known(
        zones={slug: ZoneInfo(card.time_zone) for slug, card in accounts.agencies().items()},
        names={one: name for one, name in accounts.names().items() if _is_person(one)},
        cases={
            str(one.id): CaseFact(one.agency, one.opened_by, one.works, one.closed_on)
            for one in victims.watched_cases()
        },
        held=held,
        checks=decisions.checks_since(since),
        rows_alike=alike,
    )


def row_of(noted: Noted) -> Row:
    """A row as the rules read it."""
    return Row(noted.seq, noted.at, noted.event, noted.actor, Role(noted.role), noted.agency, noted.subject_id)


def found_alike(rows: Iterable[Noted], names: Mapping[str, str]) -> dict[int, frozenset[Likeness]]:
    """Which of these rows looked up the surname or the address of whoever looked.

    Opens whom they are about, some thousands at a time; what does not open is alike to nobody.
    """
    looks = [(one, row_of(one).kind) for one in rows]
    homes = {one.person: bytes(one.mark) for one in Home.objects.all()}
    people = victims.people_named({UUID(one.subject_id) for one, kind in looks if kind is Kind.CASE and one.subject_id})
    mentions = _mentions(one for one, kind in looks if kind in (Kind.INTELLIGENCE, Kind.SEARCH))
    found = {}
    for one, kind in looks:
        if kind is Kind.CASE:
            who = people.get(UUID(one.subject_id)) if one.subject_id else None
            told, places = _of_case(who)
        else:
            told, places = _of_mentions(mentions.get(one.seq, ()))
        alike = set()
        own = surname(names.get(one.actor, ""))
        if own and (own in told or _asked_for(one, names[one.actor])):
            alike.add(Likeness.SURNAME)
        if (home := homes.get(one.actor)) and home in {home_mark(place) for place in places}:
            alike.add(Likeness.ADDRESS)
        if alike:
            found[one.seq] = frozenset(alike)
    return found


def _of_case(who: victims.NamedPerson | None) -> tuple[frozenset[str], frozenset[str]]:
    if who is None:
        return frozenset(), frozenset()
    named = who.identity
    return surnames((named.surname, named.name, *named.other_names)), postcodes((who.where,))


def _of_mentions(mentions: Iterable[OpenMention]) -> tuple[frozenset[str], frozenset[str]]:
    held = list(mentions)
    told = surnames(one.values.get("name", "") for one in held if one.kind == "person")
    texts = (
        text for one in held for text in (one.postcode, one.values.get("postcode", ""), one.values.get("address", ""))
    )
    return told, postcodes(texts)


def _mentions(rows: Iterable[Noted]) -> dict[int, list[OpenMention]]:
    """What each row showed: the mentions of a report, of a thing, or of a search with few answers."""
    named: dict[int, list[UUID]] = {}
    reports: dict[int, UUID] = {}
    for one in rows:
        shown = json.loads(one.detail).get("mentions", ())
        if one.event in ("report_read", "original_read", "source_read") and one.subject_id:
            reports[one.seq] = UUID(one.subject_id)
        elif one.event == "thing_read" or len(shown) <= FEW_ANSWERS:
            named[one.seq] = [UUID(mention) for mention in shown]
    opened = mentions_by_id({mention for held in named.values() for mention in held})
    found = {seq: [opened[mention] for mention in held if mention in opened] for seq, held in named.items()}
    by_report: dict[UUID, list[OpenMention]] = defaultdict(list)
    for mention in mentions_of_reports(set(reports.values())):
        by_report[mention.report].append(mention)
    return found | {seq: by_report[report] for seq, report in reports.items()}


def _asked_for(row: Noted, name: str) -> bool:
    """Whether a search was for the person's own name: its row holds a digest of what was asked, and no word."""
    return row.event == "searched" and json.loads(row.detail).get("asked") in {
        digest_of_asked(one) for one in (name.split()[-1], name)
    }


def _is_person(identifier: str) -> bool:
    return len(identifier) == len("6f1c2f0e-0000-4000-8000-000000002007")
