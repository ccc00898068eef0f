"""What the tests of scale stand on: women whom several organisations reported, placed as matching would place them."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import cast
from intelligence import ground, many
from pentameter.entities.linkage.api import PersonFacts, model, prepare
from pentameter.entities.models import Placing, Proposal
from pentameter.entities.prepared import Kept, sealed
from pentameter.entities.rules.judgements import pair_of
from pentameter.entities.rules.proposals import ProposalState
from pentameter.intelligence import bulk
from pentameter.intelligence.keys import keys_of
from pentameter.intelligence.models import Mention, Report
from pentameter.kernel import clock
from pentameter.kernel.ids import new_id
from pentameter.kernel.periods import Period
from pentameter.scale.reading import read
from pentameter.scale.rules.asking import Question
from pentameter.scale.rules.tables import Table
from pentameter.scale.services.asking import send_table

UK = Path(__file__).resolve().parents[2] / "docs" / "guides" / "uk-2013.csv"
POLICE, NGO, CENTRE = "durham", "northern-support", "national-centre"
"""Agencies of three lists."""


def uk() -> Table:
    """The United Kingdom's table of 2013."""
    return read(UK, name=UK.name)


def small() -> Table:
    """Two lists with 60 people on both: 150 of them would be 500 in all, by Lincoln and Petersen's rule."""
    return Table(("NG", "PF"), ((1, 90), (2, 140), (3, 60)))


def three() -> Table:
    """Three lists on which 300 people had independent chances of 0.4, 0.35 and 0.45."""
    return Table(("GO", "NG", "PF"), ((1, 43), (2, 35), (3, 23), (4, 53), (5, 35), (6, 28), (7, 19)))


def this_year(title: str = "This year", **other: Any) -> Question:
    """What is asked of the present year, quickly."""
    today = clock.today()
    given = {"seed": 7, "draws": 20, "replicates": 100, **other}
    return Question(title, Period(date(today.year, 1, 1), date(today.year, 12, 31)), **given)


def some_day() -> date:
    """A day of this year that is not ahead."""
    return max(date(clock.today().year, 1, 1), clock.today() - timedelta(days=3))


class Scene:
    """A wave; women are added as a test needs them."""

    def __init__(self) -> None:
        self.wave = ground.wave()

    def woman(self, *senders: str, role: str = "possible_victim", **other: Any) -> UUID:
        """One woman, in a report of each sender, judged to be one: the thing that she is."""
        mentions = sorted(self.mention(sender, role=role, **other) for sender in senders)
        Placing.objects.filter(pk__in=mentions).update(thing=mentions[0], island=mentions[0])
        return mentions[0]

    def women(self, count: int, *senders: str) -> list[UUID]:
        """Several, all with the same senders."""
        return [self.woman(*senders) for _ in range(count)]

    def mention(self, sender: str, *, role: str = "possible_victim", **other: Any) -> UUID:
        """A person in a report of their own, placed alone."""
        report = many.report(self.wave, sender, some_day(), **other)
        bulk.insert(Report, [report])
        one = new_id()
        facts = {"name": "Mira Testova", "role": role}
        kept = Kept(role, prepare(PersonFacts(name="Mira Testova")))
        safe = keys_of(sender).seal(facts, bound_to=f"mention:{one}")
        Mention.objects.create(id=one, report_id=report["id"], position=1, kind="person", sealed=safe)
        Placing.objects.create(
            mention_id=one,
            report_id=report["id"],
            agency_id=sender,
            kind="person",
            thing=one,
            island=one,
            sealed=sealed(one, kept),
            prepared_by=model().version,
        )
        return one

    def three_lists(self) -> None:
        """Women on three lists, with overlaps from which something can be learnt."""
        self.women(14, POLICE)
        self.women(10, NGO)
        self.women(9, CENTRE)
        self.women(6, POLICE, NGO)
        self.women(5, POLICE, CENTRE)
        self.women(4, NGO, CENTRE)
        self.women(2, POLICE, NGO, CENTRE)


def proposed(pairs: Iterable[tuple[UUID, UUID]], *, weight: float) -> None:
    """Pairs of people that wait to be judged."""
    for one, other in pairs:
        left, right = pair_of(one, other)
        Proposal.objects.create(
            left_id=left,
            right_id=right,
            kind="person",
            state=ProposalState.OPEN.value,
            weight=weight,
            impact=1.0,
            model_version=model().version,
            proposed_at=clock.now(),
        )


def sent(table: Table | None = None, **other: Any) -> UUID:
    """A table, the small one unless another is given, that waits for the worker."""
    question = this_year("Small", **other)
    by, today = cast.statistician(), clock.today()
    return send_table(question=question, table=table or small(), file_name="small.csv", by=by, today=today)
