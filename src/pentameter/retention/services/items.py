"""A record at its review: opened by the door of the context that keeps it, and held for the actor's decision."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.entities import api as entities
from pentameter.intelligence import api as intelligence
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require
from pentameter.retention.queries import facts
from pentameter.retention.rules.groups import Group, Kind, group_of
from pentameter.retention.rules.reviews import Facts
from pentameter.victims import api as victims

PURPOSE = "review of what is kept"


@dataclass(frozen=True, slots=True)
class Item:
    """A record at its review. `called` names nobody: a reference. `agency` is whose it is."""

    kind: Kind
    id: UUID
    called: str
    agency: str
    since: date | None
    group: Group
    facts: Facts


class Shelf(Protocol):
    """A kind of record, as reviews deal with it."""

    def seen(self, item: UUID, by: Actor, *, today: date) -> Item:
        """The record, for the page."""

    def held(self, item: UUID, operation: Operation, by: Actor, *, today: date) -> Item:
        """The record, with everything that stands against disposing of it, for a decision."""

    def destroy(self, item: UUID, *, proposed_by: str, by: Actor) -> None:
        """Have it gone."""


class Cases:
    """Cases of people who were found. Whoever may have a case erased may review it."""

    def seen(self, item: UUID, by: Actor, *, today: date) -> Item:
        """The case, for the page."""
        case = victims.opened(item, by, Operation.ERASE_CASE, Compartment.IDENTITY, purpose=PURPOSE)
        found = victims.case_at_review(item)
        if found is None:
            raise never_was()
        if found.gone:
            raise Refused(f"{found.reference} was erased. There is nothing left to review.")
        group = group_of(Kind.CASE)
        stands = facts.of_case(case, found, today=today)
        return Item(Kind.CASE, item, found.reference, found.agency, found.closed_on, group, stands)

    def held(self, item: UUID, operation: Operation, by: Actor, *, today: date) -> Item:
        """The case, for a decision."""
        return self.seen(item, by, today=today)

    def destroy(self, item: UUID, *, proposed_by: str, by: Actor) -> None:
        """Erase it with its key."""
        victims.erase_after_review(case_id=item, proposed_by=proposed_by, purpose=PURPOSE, by=by)


class Reports:
    """Reports, which the agency that sent them reviews."""

    def seen(self, item: UUID, by: Actor, *, today: date) -> Item:
        """The report, for the page. Whether it may name somebody protected is asked when something is decided."""
        return self._item(item, Operation.CONFIRM_DISPOSAL, by)

    def held(self, item: UUID, operation: Operation, by: Actor, *, today: date) -> Item:
        """The report, for a decision."""
        found = self._item(item, operation, by)
        whole = facts.whom_it_names(found.facts, item)
        return Item(found.kind, item, found.called, found.agency, found.since, found.group, whole)

    def destroy(self, item: UUID, *, proposed_by: str, by: Actor) -> None:
        """Empty it, and whatever was derived from it."""
        entities.forget_report(report_id=item, by=by)
        intelligence.dispose_report(report_id=item, by=by)

    def _item(self, item: UUID, operation: Operation, by: Actor) -> Item:
        found = intelligence.report_at_review(item)
        owner = found.agency if found else ""
        subject = Subject("report", str(item), Compartment.INTELLIGENCE, owner_agency=owner)
        require(decide(by, operation, subject))
        if found is None:
            raise never_was()
        group = group_of(Kind.REPORT, known=found.theme_known)
        stands = facts.of_report(found)
        return Item(Kind.REPORT, item, found.own_reference, found.agency, found.reported_on, group, stands)


SHELVES: dict[Kind, Shelf] = {Kind.CASE: Cases(), Kind.REPORT: Reports()}
"""The kinds that are reviewed here."""
