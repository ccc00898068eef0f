"""The orders that a court can make beside a sentence, in each jurisdiction, with the law they rest on.

Sources: Modern Slavery Act 2015 ss.8, 11, 14, 15, 23 (in force 31 July 2015, S.I. 2015/1476); Human Trafficking and
Exploitation (Scotland) Act 2015 Part 4; Human Trafficking and Exploitation (Criminal Justice and Support for Victims)
Act (Northern Ireland) 2015 Schedules 2 and 3. What is not verified says "to confirm".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pentameter.justice.rules.kinds import Outcome
from pentameter.kernel.actor import Jurisdiction
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

_ON_CONVICTION = frozenset({Outcome.PREVENTION, Outcome.REPARATION, Outcome.CONFISCATION, Outcome.FORFEITURE})


@dataclass(frozen=True, slots=True)
class Order:
    """An order of one jurisdiction. `since` None: the first day is not known here, and is to confirm."""

    kind: Outcome
    name: str
    law: str
    since: date | None = None
    to_confirm: bool = True

    @property
    def shown(self) -> str:
        """As it is chosen: name, law, and the mark where it is to confirm."""
        return f"{self.name} ({self.law}{', to confirm' if self.to_confirm else ''})"


_MSA = date(2015, 7, 31)
_ENGLAND = (
    Order(Outcome.PREVENTION, "Slavery and trafficking prevention order", "MSA 2015 s.14", _MSA, to_confirm=False),
    Order(
        *(Outcome.PREVENTION_ON_APPLICATION, "Slavery and trafficking prevention order on application"),
        *("MSA 2015 s.15", _MSA),
        to_confirm=False,
    ),
    Order(Outcome.RISK, "Slavery and trafficking risk order", "MSA 2015 s.23", _MSA, to_confirm=False),
    Order(Outcome.REPARATION, "Slavery and trafficking reparation order", "MSA 2015 s.8", _MSA, to_confirm=False),
    Order(Outcome.CONFISCATION, "Confiscation order", "Proceeds of Crime Act 2002 Part 2"),
    Order(Outcome.FORFEITURE, "Forfeiture of a vehicle, ship or aircraft", "MSA 2015 s.11", _MSA),
)
_SCOTLAND = (
    Order(Outcome.PREVENTION, "Trafficking and exploitation prevention order", "HTE(S)A 2015 Part 4"),
    Order(
        *(Outcome.PREVENTION_ON_APPLICATION, "Trafficking and exploitation prevention order on application"),
        "HTE(S)A 2015 Part 4",
    ),
    Order(Outcome.RISK, "Trafficking and exploitation risk order", "HTE(S)A 2015 Part 4"),
    Order(Outcome.CONFISCATION, "Confiscation order", "Proceeds of Crime Act 2002 Part 3"),
    Order(Outcome.FORFEITURE, "Forfeiture of a vehicle, ship or aircraft", "HTE(S)A 2015"),
)
_NORTH = (
    Order(Outcome.PREVENTION, "Slavery and trafficking prevention order", "HTE Act (NI) 2015 Sch.3"),
    Order(Outcome.REPARATION, "Slavery and trafficking reparation order", "HTE Act (NI) 2015 Sch.2"),
    Order(Outcome.CONFISCATION, "Confiscation order", "Proceeds of Crime Act 2002 Part 4"),
    Order(Outcome.FORFEITURE, "Forfeiture of a vehicle, ship or aircraft", "HTE Act (NI) 2015 Sch.2"),
)
_IRELAND = (
    Order(Outcome.CONFISCATION, "Confiscation order", "Criminal Justice Act 1994"),
    Order(Outcome.FORFEITURE, "Forfeiture", "Criminal Justice Act 1994"),
)
ORDERS: Mapping[Jurisdiction, tuple[Order, ...]] = {
    Jurisdiction.ENGLAND_WALES: _ENGLAND,
    Jurisdiction.SCOTLAND: _SCOTLAND,
    Jurisdiction.NORTHERN_IRELAND: _NORTH,
    Jurisdiction.IRELAND: _IRELAND,
}
"""What a court of a jurisdiction can order. Anything else is not known here."""


def needs_conviction(kind: Outcome) -> bool:
    """Whether an order of this kind follows a conviction. A risk order, and one on application, need none."""
    return kind in _ON_CONVICTION


def may_be_ordered(kind: Outcome, jurisdiction: Jurisdiction, on: date) -> Verdict:
    """Whether a court of the jurisdiction could make the order on a day."""
    found = next((one for one in ORDERS.get(jurisdiction, ()) if one.kind is kind), None)
    if found is None:
        return refused(f"Order: a {kind.words} is not known for {jurisdiction.label}. Choose one of those that are.")
    if found.since and on < found.since:
        day = f"{found.since:%-d %B %Y}"
        return refused(f"Order: {found.name} ({found.law}) can be made since {day}. Check the day or the order.")
    return ALLOWED
