"""What stands for or against disposing of a record, asked of those who know. What nobody can say is None."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from pentameter.decisions import api as decisions
from pentameter.entities import api as entities
from pentameter.intelligence import api as intelligence
from pentameter.intelligence.api import ReportAtReview
from pentameter.justice import api as justice
from pentameter.retention.queries.reviews import hold_of, retained_until
from pentameter.retention.rules.groups import Kind, due_on, group_of
from pentameter.retention.rules.likeness import Told, is_nameless_victim, may_be, told, told_in_report
from pentameter.retention.rules.reviews import Facts
from pentameter.victims import api as victims
from pentameter.victims.api import CaseAtReview, OpenCase


def of_case(case: OpenCase, seen: CaseAtReview, *, today: date) -> Facts:
    """Of a case that was opened."""
    now = victims.protection_of(case)
    return Facts(
        kind=Kind.CASE,
        due=due_on(group_of(Kind.CASE), seen.closed_on, retained_until(Kind.CASE, seen.id)),
        gone=seen.gone,
        under_hold=hold_of(Kind.CASE, seen.id) is not None,
        protects=any(one.protected or one.outstanding for one in now.clocks),
        investigated=False,
        being_decided=decisions.being_decided(seen.id, today=today),
        all_there=victims.nothing_missing().allowed,
    )


def of_report(seen: ReportAtReview) -> Facts:
    """Of a report, without whether it may name somebody protected, which takes long: `whom_it_names` asks it."""
    group = group_of(Kind.REPORT, known=seen.theme_known)
    return Facts(
        kind=Kind.REPORT,
        due=due_on(group, seen.reported_on, retained_until(Kind.REPORT, seen.id)),
        gone=seen.gone,
        under_hold=hold_of(Kind.REPORT, seen.id) is not None,
        investigated=justice.investigated(entities.same_things([seen.id]), agency=seen.agency),
        being_decided=False,
        all_there=victims.nothing_missing().allowed,
    )


def whom_it_names(facts: Facts, report_id: UUID) -> Facts:
    """The same, with whether the report may name somebody protected. It opens every case whose protection stands."""
    return replace(facts, protects=_may_name_somebody(report_id))


def _may_name_somebody(report_id: UUID) -> bool | None:
    held, mentions = victims.held_people(), intelligence.mentions_of_reports([report_id])
    if held.unreadable:
        return None
    if held.people and any(is_nameless_victim(one.kind, one.values) for one in mentions):
        return None
    named = [told_in_report(one.kind, one.values) for one in mentions]
    return any(may_be(one, _of(person.identity)) for person in held.people for one in named)


def _of(who: victims.Identity) -> Told:
    names = (who.name, who.given, who.surname, *who.other_names)
    return told(names, [who.born], (*who.phones, *who.documents))
