"""What a section is made of: the evidence that was gathered, and a pure function that builds it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from pentameter.accounts.api import AgencyCard
from pentameter.entities.api import Flow
from pentameter.justice.api import LawLine, Outcomes, QuestionCard
from pentameter.picture.assessment.rules.content import Section
from pentameter.picture.queries.picture import Picture
from pentameter.scale.api import EstimateLine
from pentameter.victims.api import DecisionGroup, NotificationCount, PeopleCounted, ReferralCounts, RescuedCount

RETURNS = "agencies' weekly returns."
REPORTS = "agencies' reports."
CASES = "the cases of people who were found."
INVESTIGATIONS = "the investigations of the operation's agencies."


@dataclass(frozen=True)
class Evidence:
    """Everything that sections count. `flows_cut`: there were more reports than ways were read from."""

    picture: Picture
    agencies: Mapping[str, AgencyCard]
    rescued: tuple[RescuedCount, ...]
    people: PeopleCounted
    flows: tuple[Flow, ...]
    flows_cut: bool
    referrals: ReferralCounts
    decisions: Mapping[DecisionGroup, int]
    notifications: tuple[NotificationCount, ...]
    outcomes: Outcomes
    laws: tuple[LawLine, ...]
    questions: tuple[QuestionCard, ...]
    estimates: tuple[EstimateLine, ...]

    @property
    def as_of(self) -> date:
        """The day of every figure."""
        return self.picture.today

    def agency(self, slug: str) -> str:
        """What an agency is called."""
        card = self.agencies.get(slug)
        return card.name if card else slug


@dataclass(frozen=True, slots=True)
class SectionKind:
    """A section that an assessment has: its key for ever, what it is called, and how it is built."""

    key: str
    title: str
    build: Callable[[Evidence], Section]
