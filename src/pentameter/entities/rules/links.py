"""Links said by hand: which can be, and who may strike them."""

from dataclasses import dataclass
from datetime import date

from pentameter.intelligence.intake.relations import JOINS, Relation
from pentameter.kernel.verdict import ALLOWED, Verdict, refused


@dataclass(frozen=True, slots=True)
class Wanted:
    """A link as somebody wants to say it: what kinds the two things are, whether they are one, and when it held."""

    kind: str
    relation: Relation
    other: str
    one_thing: bool = False
    from_on: date | None = None
    to_on: date | None = None


def may_link(wanted: Wanted, *, today: date) -> Verdict:
    """Whether two things can be linked so: two of them, of kinds that the relation joins, on days that have been."""
    if wanted.one_thing:
        return refused("Both are the same thing. Choose another to link it with.")
    if wanted.relation not in JOINS:
        return refused("That they are named together follows from their reports. Say how they are linked.")
    words = wanted.relation.value.replace("_", " ")
    for kind, kinds, side in zip((wanted.kind, wanted.other), JOINS[wanted.relation], ("before", "after"), strict=True):
        if kind not in kinds:
            fitting = " or ".join(sorted(one.value for one in kinds))
            return refused(f"“{words}” needs {fitting} {side} it, and this is {kind}. Choose another link.")
    return _may_be_dated(wanted.from_on, wanted.to_on, today)


def _may_be_dated(first: date | None, last: date | None, today: date) -> Verdict:
    if first and last and last < first:
        return refused("The last day is before the first. Check both.")
    if any(day is not None and day > today for day in (first, last)):
        return refused("A day has not come yet. Write the days on which it was.")
    return ALLOWED


def may_strike(*, agency: str, by_agency: str, struck: bool) -> Verdict:
    """Whether a link can be struck: once, by the agency that said it."""
    if struck:
        return refused("This link was already struck.")
    if not by_agency or agency != by_agency:
        return refused("Only the agency that said a link can strike it. Ask it to.")
    return ALLOWED
