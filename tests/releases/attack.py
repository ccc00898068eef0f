"""Sequences of releases by chance, made as the product makes them; then everything that was published is attacked.

Twice: by the exact attacker, who bounds every hidden number and every difference by linear programming over all tables
together; and by a reader with paper and pencil, who takes printed numbers from printed totals, and days from days,
again and again. Neither may find a count below the threshold.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from uuid import UUID

from django.db import transaction

import cast
from pentameter.accounts import api as accounts
from pentameter.config import loading
from pentameter.config.demo.seeding import OPERATION
from pentameter.entities.services.following import place_next
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.operations import api as operations
from pentameter.releases.models import Edition
from pentameter.releases.queries.rows import found_of, own_tables
from pentameter.releases.rules.days import Known
from pentameter.releases.safety import CONTRADICTS, attack
from pentameter.releases.services.describing import describe
from pentameter.releases.services.ending import abandon, withdraw
from pentameter.releases.services.freezing import Plan, begin_correction, begin_release
from pentameter.releases.services.protecting import make_safe
from pentameter.releases.services.publishing import publish_due
from pentameter.releases.services.signing import sign
from pentameter.releases.shelf.queries import on_show
from releases import scene
from releases.chance import CHOICES, Asked, Life, ask, asked
from releases.pencil import worked_out

BAD = ("given away to the exact attacker", "worked out with pencil and paper", "small counts printed")
FIRST, SECOND = cast.statistician, cast.second_statistician


@dataclass
class Sequence:
    """Releases, one after the other; what `known` to everyone is, and what became of each."""

    rng: Random
    seed: int
    counts: Counter[str]
    at: datetime = field(default_factory=clock.now)
    known: list[Known] = field(default_factory=list)
    published: dict[UUID, Asked] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.waves = operations.waves_of(OPERATION)
        self.groups = self.rng.choice((0, 0, 2, 3))
        self.threshold = self.rng.choice((5, 10, 10))
        self.life = Life(self.rng, self.waves, self.at.date())

    def release(self) -> None:
        """Time passes, something happens, and one more version is made: published, or refused."""
        self.at += timedelta(hours=self.rng.choice((1, 5, 24, 24 * 7)))
        self.life.goes_on(self.rng.choice((0, 0, 3, 30)))
        self.counts["releases"] += 1
        edition, wanted = self._corrected() if self.published and self.rng.random() < 0.25 else self._begun()
        ask(edition, wanted)
        if not make_safe(edition_id=edition, threshold=self.threshold, revision=_revision(edition), by=FIRST()):
            self._given_up(edition)
            return
        describe(edition_id=edition, words=_WORDS, revision=_revision(edition), by=FIRST())
        self._signed(edition)
        publish_due(at=self.at)
        self._read(edition, wanted)
        if self.rng.random() < 0.1:
            self._withdrawn(edition)

    def attack(self) -> None:
        """Everything that was ever published, by both attackers."""
        self.counts["tables attacked"] += len(self.known)
        self.counts["cells"] += sum(len(one.safe.values) for one in self.known)
        self.counts["cells withheld"] += sum(one.safe.withheld for one in self.known)
        for one in self.known:
            pairs = zip(one.safe.values, one.true.values, strict=True)
            self.counts["small counts printed"] += sum(0 < (said or 0) < self.threshold for said, _ in pairs)
        if not self.known:
            return
        found = attack(self.known, [])
        self.counts["small counts and differences held to their protection"] += found.checked
        self.counts["given away to the exact attacker"] += len(found.given_away)
        self.counts["worked out with pencil and paper"] += len(worked_out(self.known, self.threshold))

    def _begun(self) -> tuple[UUID, Asked]:
        choices = tuple(self.rng.sample(CHOICES, self.rng.choice((1, 1, 2, 3))))
        plan = Plan(
            "By chance", f"chance-{self.seed}-{self.counts['releases']}", choices, self.rng.choice(self.waves).id
        )
        return begin_release(plan=plan, by=FIRST(), at=self.at), asked(self.rng, self.seed, self.groups)

    def _corrected(self) -> tuple[UUID, Asked]:
        edition = self.rng.choice(list(self.published))
        self.counts["  of them corrections"] += 1
        return begin_correction(edition_id=edition, by=FIRST(), at=self.at), self.published.pop(edition)

    def _given_up(self, edition: UUID) -> None:
        _, why = found_of(Edition.objects.get(pk=edition).found)
        self.counts["refused" if why != CONTRADICTS else "refused as contradicting earlier ones"] += 1
        abandon(edition_id=edition, because="Refused.", revision=_revision(edition), by=FIRST(), at=self.at)

    def _signed(self, edition: UUID) -> None:
        sign(edition_id=edition, publish_at=self.at, revision=_revision(edition), by=SECOND(), at=self.at)

    def _read(self, edition: UUID, wanted: Asked) -> None:
        """What the public reads, beside the truth."""
        row = Edition.objects.select_related("release").get(pk=edition)
        shown = on_show(row.release.slug, row.number)
        if shown is None or shown.content is None:
            raise ValueError("What was published is not on the shelf.")
        self.published[edition] = wanted
        pairs = zip(shown.content.tables, own_tables(row), strict=True)
        self.known += [replace(one, safe=table) for table, one in pairs]
        self.counts["published"] += 1

    def _withdrawn(self, edition: UUID) -> None:
        withdraw(edition_id=edition, because="By chance.", revision=_revision(edition), by=FIRST(), at=self.at)
        self.counts["  of them withdrawn later"] += 1


_WORDS = replace(scene.WORDS, changed="Counted anew.")


def sequences(seed: int, releases: int, each: int, done: Callable[[int], None] = lambda _: None) -> Counter[str]:
    """So many releases in sequences of `each`, on databases that hold the demo operation and are left as they were."""
    counts: Counter[str] = Counter(dict.fromkeys((*BAD, "refused", "refused as contradicting earlier ones"), 0))
    for person in (FIRST(), SECOND()):
        cast.in_database(person)
    for number in range(0, releases, each):
        with transaction.atomic(), transaction.atomic(using="public"):
            one = Sequence(Random(f"{seed}-{number}"), seed + number, counts)
            one.life.goes_on(150)
            for _ in range(min(each, releases - number)):
                one.release()
                done(1)
            one.attack()
            transaction.set_rollback(True)
            transaction.set_rollback(True, using="public")
    return counts


def open_demo(examples: Path, most: int | None = None) -> None:
    """The demo operation: agencies, people, waves, files (`most` of them, or all), cases and investigations."""
    accounts.seed_agencies(by=SYSTEM)
    accounts.seed_demo_people(by=SYSTEM)
    for _ in islice(loading.open_demo(examples), most):
        pass
    loading.register_demo_cases()
    loading.register_demo_investigations()
    while place_next(by=SYSTEM) is not None:
        pass  # until then nobody can be ruled out, and no words can be signed


def _revision(edition: UUID) -> int:
    return scene.revision(edition)
