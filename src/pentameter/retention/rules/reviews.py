"""What a review may decide. Nothing is disposed of by itself; what is not known is retained.

Source: management of police information (authorised professional practice, College of Policing): review, retain,
dispose, with every decision to retain recorded. Two people are a rule of this house.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.retention.rules.groups import Group, Kind, Outcome, kinds, reasons, years_after


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands for or against disposing of a record. None: it is not known, and so it stands against it.

    `gone`: it was disposed of already. `under_hold`: somebody said that it must be kept. `protects`: a clock of the
    person runs, or a hold stands, or something is owed to them; of a report, that it may name somebody protected.
    `investigated`: an open investigation knows somebody in it. `being_decided`: a decision on the person is open.
    `all_there`: nothing is missing since a restore.
    """

    kind: Kind
    due: date | None
    gone: bool | None = None
    under_hold: bool | None = None
    protects: bool | None = None
    investigated: bool | None = None
    being_decided: bool | None = None
    all_there: bool | None = None


def standing_against(facts: Facts, *, today: date) -> tuple[str, ...]:
    """Everything that stands against disposing of it, in sentences. Empty: nothing does."""
    return tuple(_against(facts, today))


def may_dispose(facts: Facts, *, today: date) -> Verdict:
    """Whether it may be disposed of as things stand."""
    against = standing_against(facts, today=today)
    return refused(f"It is retained. {against[0]}") if against else ALLOWED


def _against(facts: Facts, today: date) -> Iterator[str]:
    if not kinds()[facts.kind].reviewed_here:
        yield kinds()[facts.kind].why_not
    if facts.gone is not False:
        yield "It was disposed of already." if facts.gone else "Whether it is still there is not known."
    if facts.due is None:
        yield "From which day its period counts is not known, or has not come: what is open is kept."
    elif today < facts.due:
        yield f"Its review is due on {facts.due:%-d %B %Y}."
    for value, stands, unknown in (
        (facts.under_hold, "It is under a legal hold.", "Whether it is under a legal hold is not known."),
        (facts.protects, "It protects somebody, or may.", "Whether it protects somebody is not known."),
        (facts.investigated, "An open investigation knows somebody in it.", "Whether it is investigated is not known."),
        (facts.being_decided, "A decision on the person is open.", "Whether a decision is open is not known."),
    ):
        if value is not False:
            yield stands if value else unknown
    if facts.all_there is not True:
        yield "The installation was restored, and nobody has confirmed yet that nothing is missing."


def may_retain(group: Group, reason: str, until: date, *, today: date) -> Verdict:
    """Whether a record may be retained until a day, for a reason."""
    if not _offered(Outcome.RETAIN, reason):
        return refused("Choose a reason for retaining it.")
    if until <= today:
        return refused("Say until when it is kept: a day that is still to come.")
    if until > (latest := years_after(today, group.then_years)):
        return refused(f"It has to be reviewed again by {latest:%-d %B %Y}. Choose an earlier day.")
    return ALLOWED


def may_propose(facts: Facts, reason: str, *, today: date) -> Verdict:
    """Whether disposing of it may be proposed, for a reason."""
    if not _offered(Outcome.DISPOSE, reason):
        return refused("Choose a reason for disposing of it.")
    return may_dispose(facts, today=today)


def may_confirm(facts: Facts, *, proposed_by: str, by: str, today: date) -> Verdict:
    """Whether a second person may have it done. Everything is asked again."""
    if proposed_by == by:
        return refused("You proposed this yourself. Another person has to confirm it.")
    return may_dispose(facts, today=today)


def may_lift(*, placed_by: str, by: str) -> Verdict:
    """Whether a legal hold may be lifted: by somebody else than placed it."""
    if placed_by == by:
        return refused("You placed this hold yourself. Another person has to lift it.")
    return ALLOWED


def _offered(outcome: Outcome, code: str) -> bool:
    return any((one.outcome, one.code) == (outcome, code) for one in reasons())
