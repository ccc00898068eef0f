"""What every count stands on: whose it is, of which wave, and on which day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pentameter.accounts.api import AgencyCard
from pentameter.kernel.actor import Actor, Jurisdiction
from pentameter.operations.api import WaveCard
from pentameter.releases.rules.adding_up import EVERYWHERE, nested, told_apart
from pentameter.releases.shelf.content import Dimension

CASES = "the cases of people who were found, without those who do not wish to be counted."
RETURNS = "agencies' weekly returns."
NOWHERE = "Not known"
UK_WIDE = "UK-wide agencies"


@dataclass(frozen=True)
class Ground:
    """`wave` None: the release is of no wave."""

    by: Actor
    wave: WaveCard | None
    today: date
    agencies: Mapping[str, AgencyCard]

    @property
    def of_the_wave(self) -> WaveCard:
        """The wave, where a count is of one.

        Raises:
            ValueError: the release is of no wave.
        """
        if self.wave is None:
            raise ValueError("This table counts a wave, and the release is of none.")
        return self.wave

    @property
    def in_the_wave(self) -> str:
        """Like "in the second wave"."""
        return f"{self.of_the_wave.operation_name}, {self.of_the_wave.name}"

    def nation(self, slug: str) -> str:
        """The nation that an agency belongs to."""
        card = self.agencies.get(slug)
        return _nation_of(card) if card else NOWHERE

    def name(self, slug: str) -> str:
        """What an agency is called within the dimension of areas."""
        card = self.agencies.get(slug)
        return told_apart(card.name if card else slug, self._nations)

    def areas(self, slugs: Iterable[str], title: str) -> Dimension:
        """Nations and, within them, agencies."""
        by_nation: dict[str, list[str]] = {}
        for slug in sorted(set(slugs), key=lambda one: (self.nation(one), self.name(one))):
            by_nation.setdefault(self.nation(slug), []).append(self.name(slug))
        return nested("area", title, EVERYWHERE, by_nation)

    @property
    def _nations(self) -> frozenset[str]:
        return frozenset((*map(_nation_of, self.agencies.values()), NOWHERE))


def _nation_of(card: AgencyCard) -> str:
    """Beside "England and Wales", "United Kingdom" would be read as the sum of its nations."""
    return UK_WIDE if card.jurisdiction is Jurisdiction.UK_WIDE else card.jurisdiction.label
