"""An offence as the register holds it: its law, and where and when that law is in force."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pentameter.kernel.actor import Jurisdiction


class Scope(StrEnum):
    """What a law is against; the last two are no offences, and protect those whom a charge would punish twice."""

    SEXUAL = "sexual"
    LABOUR_AND_OTHER = "labour_and_other"
    SLAVERY = "slavery"
    ANY = "any"
    CHILD_SEXUAL = "child_sexual"
    CHILD_OTHER = "child_other"
    ORDER_BREACH = "order_breach"
    DEMAND = "demand"
    SMUGGLING = "smuggling"
    ASSOCIATED = "associated"
    DEFENCE = "defence"
    NON_PROSECUTION = "non_prosecution"

    @property
    def words(self) -> str:
        """As people say it."""
        return _SCOPES[self]

    @property
    def chargeable(self) -> bool:
        """Whether anyone can be charged under such a law."""
        return self not in SAFEGUARDS


SAFEGUARDS = frozenset({Scope.DEFENCE, Scope.NON_PROSECUTION})
"""What stands between a victim and a charge."""

_SCOPES = {
    Scope.SEXUAL: "trafficking for sexual exploitation",
    Scope.LABOUR_AND_OTHER: "trafficking for forced labour and other exploitation",
    Scope.SLAVERY: "slavery, servitude and forced labour",
    Scope.ANY: "trafficking for any exploitation",
    Scope.CHILD_SEXUAL: "trafficking of children for sexual exploitation",
    Scope.CHILD_OTHER: "trafficking of children for other exploitation",
    Scope.ORDER_BREACH: "breach of an order",
    Scope.DEMAND: "paying for sexual services",
    Scope.SMUGGLING: "smuggling of people",
    Scope.ASSOCIATED: "offences charged alongside",
    Scope.DEFENCE: "defence for victims",
    Scope.NON_PROSECUTION: "policy of not prosecuting victims",
}


class Mark(StrEnum):
    """What of a law is to confirm."""

    START = "start"
    END = "end"
    PENALTY = "penalty"

    @property
    def words(self) -> str:
        """As people say it."""
        return "maximum penalty" if self is Mark.PENALTY else self.value


@dataclass(frozen=True, slots=True)
class Span:
    """Where and when a law is in force; both days count. `to` None: it still is.

    `start` None: since when is not known. What is known instead: that it is common law, older than any record here;
    `already`, a day on which it is known to have been in force; `not_before`, a day before which there was no such law.
    """

    start: date | None
    to: date | None = None
    already: date | None = None
    not_before: date | None = None
    common_law: bool = False
    section: str = ""
    to_confirm: frozenset[Mark] = frozenset()

    @property
    def first_known(self) -> date | None:
        """The first day on which it is known to be in force; common law has none."""
        return self.start or self.already

    @property
    def known(self) -> bool:
        """Whether anything is known of since when it is in force."""
        return self.common_law or self.first_known is not None

    def covers(self, on: date) -> bool:
        """Whether it is known to be in force on the day."""
        begun = self.common_law or (self.first_known is not None and self.first_known <= on)
        return begun and (self.to is None or on <= self.to)


@dataclass(frozen=True, slots=True)
class Offence:
    """One law of the register. `max_penalty` is the maximum; empty where there is none."""

    code: str
    name: str
    statute: str
    scope: Scope
    trafficking: bool
    max_penalty: str
    note: str
    source: str
    verification: str
    spans: Mapping[Jurisdiction, Span] = field(hash=False)

    @property
    def jurisdictions(self) -> tuple[Jurisdiction, ...]:
        """Where it is law, or was."""
        return tuple(self.spans)

    @property
    def section(self) -> str:
        """The section, or each jurisdiction's own where they differ; empty for common law."""
        sections = {span.section for span in self.spans.values()}
        if len(sections) == 1:
            return sections.pop()
        return ", ".join(f"{span.section} in {place.label}" for place, span in self.spans.items())

    @property
    def law(self) -> str:
        """The law by name: "Sexual Offences Act 2003, s.57"."""
        return f"{self.statute}, {self.section}" if self.section else self.statute

    @property
    def to_confirm(self) -> frozenset[Mark]:
        """What is to confirm in any of its jurisdictions."""
        return frozenset().union(*(span.to_confirm for span in self.spans.values()))

    @property
    def mark(self) -> str:
        """Its code, with the mark where something of it is to confirm."""
        return f"{self.code} (to confirm)" if self.to_confirm else self.code
