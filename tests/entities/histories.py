"""Random histories of judging and undoing over the tables, and what the tables have to say after each act.

What they have to say is worked out the slow way: from every judgement that was not undone, over all mentions at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations
from uuid import UUID

from django.db import transaction
from hypothesis import strategies as st

import cast
from entities.ground import Ground
from pentameter.accounts.models import Agency
from pentameter.entities.models import Interest, Judgement, Placing
from pentameter.entities.queries.contradictions import contradictions_around
from pentameter.entities.queries.ledger import value
from pentameter.entities.rules.canonical import Canonical, canonical
from pentameter.entities.rules.deconfliction import Holder, who_is_told
from pentameter.entities.rules.judgements import Finding, Way
from pentameter.entities.services import decide_by_machine, judge_pair, undo_judgement
from pentameter.entities.services.machine import Decided
from pentameter.kernel.actor import SYSTEM, AgencySector

AGENCIES = ("durham", "cleveland", "kent", "northern-support", "garda", "durham", "immigration-enforcement")
PAIRS = tuple(combinations(range(len(AGENCIES)), 2))
pairs = st.sampled_from(PAIRS)
findings = st.sampled_from([Finding.SAME, Finding.SAME, Finding.DIFFERENT, Finding.UNSURE])
scores = st.integers(0, 30)

Told = set[tuple[UUID, UUID, str, str | None]]


@dataclass
class World:
    """A few mentions of different agencies; acts on them by number."""

    mentions: list[UUID] = field(default_factory=list)
    undone: set[UUID] = field(default_factory=set)

    def begin(self) -> "World":
        """Make the mentions."""
        ground = Ground()
        self.mentions = sorted(ground.mention(agency) for agency in AGENCIES)
        return self

    @contextmanager
    def history(self) -> Iterator["World"]:
        """Acts that are all forgotten afterwards."""
        with transaction.atomic():
            yield World(self.mentions)
            transaction.set_rollback(True)

    def judge(self, pair: tuple[int, int], finding: Finding) -> UUID:
        """A person's judgement."""
        left, right = (self.mentions[number] for number in pair)
        return judge_pair(left=left, right=right, finding=finding, reason="", by=cast.national_analyst()).id

    def decide(self, pair: tuple[int, int], finding: Finding, score: float, way: Way = Way.MACHINE) -> None:
        """The machine's."""
        left, right = (self.mentions[number] for number in pair)
        decide_by_machine(decided=[Decided(left, right, finding, score, way)], model_version="1", by=SYSTEM)

    def undo(self, judgement: UUID) -> None:
        """Undo one, and remember that."""
        undo_judgement(judgement_id=judgement, reason="", by=cast.national_analyst())
        self.undone.add(judgement)

    def standing(self) -> list[UUID]:
        """The judgements that were not undone, earliest first."""
        made = Judgement.objects.order_by("made_at", "id").values_list("id", flat=True)
        return [one for one in made if one not in self.undone]

    def check(self) -> None:
        """The tables say what the surviving judgements say, all counted at once."""
        rows = [row for row in Judgement.objects.all() if row.id not in self.undone]
        placed = {one.mention_id: one for one in Placing.objects.all()}
        should = canonical(placed, [value(row) for row in rows])
        assert {one: row.thing for one, row in placed.items()} == should.thing_of
        assert {one: row.island for one, row in placed.items()} == should.island_of
        assert told() == _due(placed, should)
        assert set(contradictions_around(self.mentions)) == set(should.contradictions)


def told() -> Told:
    """Who is told now, about which mention and in which thing."""
    live = Interest.objects.filter(withdrawn_at=None)
    return set(live.values_list("thing", "about_id", "told_id", "other_id"))


def _due(placed: dict[UUID, Placing], should: Canonical) -> Told:
    sectors = {slug: AgencySector(sector) for slug, sector in Agency.objects.values_list("slug", "sector")}
    found: Told = set()
    for thing in set(should.thing_of.values()):
        smallest: dict[str, UUID] = {}
        for one in sorted(placed):
            if should.thing_of[one] == thing:
                smallest.setdefault(placed[one].agency_id, one)
        holders = [Holder(agency, sectors[agency], about, at_home=False) for agency, about in smallest.items()]
        found |= {(thing, one.about, one.told, one.other) for one in who_is_told(holders)}
    return found
