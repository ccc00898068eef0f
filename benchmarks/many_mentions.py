"""A million mentions, placed and judged, straight into the tables."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice, pairwise
from typing import Any
from uuid import UUID

AGENCIES = ("durham", "cleveland", "kent", "garda", "northumbria", "lancashire")
BIG = 10_000
A_REPORT = 4
"""So many mentions, on average."""

Row = dict[str, Any]


@dataclass
class Filling:
    """The tables, filled straight: things of one mention to three hundred, and one island of ten thousand."""

    wave: UUID
    chance: random.Random
    big: list[UUID] = field(default_factory=list)
    firsts: list[UUID] = field(default_factory=list)
    keys: dict[str, Any] = field(default_factory=dict)

    def fill(self, mentions: int) -> None:
        """So many mentions, placed as their judgements say."""
        groups = self.groups(mentions)
        while some := list(islice(groups, 2_000)):
            self.insert(some)
        analyse()

    def groups(self, mentions: int) -> Iterator[list[UUID]]:
        from pentameter.kernel.ids import new_id

        left = mentions
        while left > 0:
            size = BIG if not self.big and left < mentions // 2 else self.size()
            group = [new_id() for _ in range(min(size, left))]
            left -= len(group)
            if size == BIG:
                self.big = sorted(group)
            elif self.chance.random() < 0.01:
                self.firsts.append(group[0])
            yield sorted(group)

    def size(self) -> int:
        drawn = self.chance.random()
        if drawn < 0.7:
            return 1
        return self.chance.randint(2, 12) if drawn < 0.999 else self.chance.randint(100, 300)

    def insert(self, groups: list[list[UUID]]) -> None:
        from django.db import transaction

        from pentameter.entities.models import Judgement, Placing
        from pentameter.intelligence import bulk
        from pentameter.intelligence.models import Mention, Report

        every = [one for group in groups for one in group]
        reports = [report(self.wave, self.chance.choice(AGENCIES)) for _ in range(len(every) // A_REPORT + 1)]
        of = {one: self.chance.choice(reports) for one in every}
        with transaction.atomic():
            bulk.insert(Report, reports)
            bulk.insert(Mention, (self.mention(one, of[one]) for one in every))
            bulk.insert(Placing, (placing(one, group[0], of[one]) for group in groups for one in group))
            bulk.insert(Judgement, (same(*pair) for group in groups for pair in pairwise(group)))

    def mention(self, one: UUID, report: Row) -> Row:
        from pentameter.intelligence.keys import keys_of

        agency = report["agency_id"]
        if agency not in self.keys:
            self.keys[agency] = keys_of(agency)
        sealed = self.keys[agency].seal({"name": "Mira Testova"}, bound_to=f"mention:{one}")
        given = {"id": one, "report_id": report["id"], "kind": "person", "sealed": sealed}
        return {**given, "position": 1, "identifier_index": ""}

    def some_pairs(self, count: int) -> Iterator[tuple[UUID, UUID]]:
        """Pairs of mentions of different things."""
        for _ in range(count):
            one, other = self.chance.sample(self.firsts, 2)
            yield one, other


def report(wave: UUID, agency: str) -> Row:
    """A report that police everywhere may read."""
    from pentameter.kernel import clock
    from pentameter.kernel.ids import new_id

    on, identifier = clock.today() - timedelta(days=3), new_id()
    texts = dict.fromkeys(("postcode", "conditions", "currency", "area", "place"), "")
    return {
        **dict.fromkeys(("event_from", "event_to", "price", "file_id")),
        **texts,
        **dict.fromkeys(("acts", "means", "purposes", "indicators"), ()),
        "id": identifier,
        "agency_id": agency,
        "wave_id": wave,
        "row_number": 0,
        "own_reference": str(identifier),
        "content": identifier.hex,
        "reported_on": on,
        "week": on,
        "theme": "unknown",
        "scheme": "3x5x2",
        "source_grade": "1",
        "information_grade": "A",
        "handling": "P",
        "malicious": False,
        "text": "A woman said that her wages were kept from her.",
        "advertised": False,
        "accepted_at": clock.now(),
        "accepted_by": "bench",
    }


def placing(one: UUID, first: UUID, report: Row) -> Row:
    """A mention in the thing of its group."""
    given = {"mention_id": one, "report_id": report["id"], "agency_id": report["agency_id"]}
    return {**given, "kind": "person", "thing": first, "island": first, "sealed": b"", "prepared_by": ""}


def same(left: UUID, right: UUID) -> Row:
    """The machine's "same"."""
    from pentameter.kernel import clock
    from pentameter.kernel.ids import new_id

    given = {"id": new_id(), "left_id": left, "right_id": right, "finding": "same", "way": "machine", "score": 12.0}
    rest = {"model_version": "bench", "sealed": None, "supersedes_id": None, "made_by": "system"}
    return {**given, **rest, "made_at": clock.now()}


def analyse() -> None:
    """What a database does by itself after a while, done at once."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
