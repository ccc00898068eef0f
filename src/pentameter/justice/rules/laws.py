"""The register of laws: which offence is in force where and when, and what protects victims from a charge.

A law that has not begun, or is over, refuses. Where it is not known since when a law is in force it refuses as well,
unless the table marks it as in force already: common law, or a statute with a day on which it is known to have been in
force, from that day on. The mark is then shown with the answer. A day that is to confirm counts as it stands, and the
answer says that it is to confirm.

An answer is about the day on which the offence was committed: who did in 2014 what was an offence then can be charged
with it later. Source: Interpretation Act 1978, ss. 15 and 16 (1) (d), (e); article 7 ECHR: no law before its day.
"""

from datetime import date

from pentameter.justice.rules import laws_table
from pentameter.justice.rules.offence import SAFEGUARDS, Mark, Offence, Scope, Span
from pentameter.kernel.actor import Jurisdiction
from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.look import words

__all__ = [
    "SAFEGUARDS",
    "Mark",
    "NoSuchLaw",
    "Offence",
    "Scope",
    "Span",
    "had_begun",
    "in_force",
    "in_force_throughout",
    "is_trafficking",
    "law",
    "offence",
    "offences",
    "safeguards",
    "safeguards_in_force",
]


class NoSuchLaw(KeyError):  # noqa: N818 - what happened, as people say it
    """The register has no law of this code."""


def law(code: str) -> Offence:
    """A law by its code, an offence or a safeguard.

    Raises:
        NoSuchLaw: the register has none.
    """
    try:
        return laws_table.table()[code]
    except KeyError as error:
        raise NoSuchLaw(code) from error


def offence(code: str) -> Offence:
    """An offence by its code.

    Raises:
        NoSuchLaw: the register has none, or it is a defence or a policy, with which nobody is charged.
    """
    found = law(code)
    if not found.scope.chargeable:
        raise NoSuchLaw(code)
    return found


def offences() -> tuple[Offence, ...]:
    """Every law under which somebody can be charged, in the register's order."""
    return tuple(one for one in laws_table.table().values() if one.scope.chargeable)


def safeguards() -> tuple[Offence, ...]:
    """The defences for victims, and the policies of not prosecuting them: never chargeable."""
    return tuple(one for one in laws_table.table().values() if not one.scope.chargeable)


def safeguards_in_force(place: Jurisdiction, on: date) -> tuple[Offence, ...]:
    """The safeguards known to be in force in a jurisdiction on a day; article 26 of the Convention needs none."""
    return tuple(one for one in safeguards() if place in one.spans and one.spans[place].covers(on))


def is_trafficking(code: str) -> bool:
    """Whether it is an offence of trafficking itself: not slavery, nor an act with intent to traffic, nor smuggling."""
    return code in laws_table.table() and laws_table.table()[code].trafficking


def in_force(code: str, jurisdiction: Jurisdiction, on: date) -> Verdict:
    """Whether somebody can be charged under the law there with what was done on the day.

    An answer that allows carries in its `reason` what is to confirm; it is to be shown.
    """
    found = laws_table.table().get(code)
    if found is None:
        return refused(f"The register has no law with the code {code!r}. Choose one from the register of laws.")
    if not found.scope.chargeable:
        return refused(f"{_named(found)} is a {found.scope.words}. Nobody can be charged with it.")
    if jurisdiction not in found.spans:
        places = words.listed([place.label for place in found.jurisdictions])
        return refused(f"{_named(found)} is a law of {places}, not of {_the(jurisdiction)}. {_instead(jurisdiction)}")
    return _on(found, jurisdiction, on)


def had_begun(code: str, jurisdiction: Jurisdiction, on: date) -> Verdict:
    """Whether the law had begun there on or before the day, whether or not it was over by then: what was done while it
    was in force is still an offence.
    """
    found = in_force(code, jurisdiction, on)
    span = law(code).spans.get(jurisdiction) if code in laws_table.table() else None
    if found.allowed or span is None or not law(code).scope.chargeable:
        return found
    over = span.to is not None and span.to < on and span.covers(span.to)
    return ALLOWED if over else found


def in_force_throughout(code: str, jurisdiction: Jurisdiction, first: date, last: date) -> Verdict:
    """Whether the law was in force there on every day from first to last: each law has one span in a jurisdiction."""
    if last < first:
        return refused(f"The last day, {words.day(last)}, is before the first, {words.day(first)}. Change one of them.")
    at_first = in_force(code, jurisdiction, first)
    return in_force(code, jurisdiction, last) if at_first.allowed else at_first


def _on(found: Offence, place: Jurisdiction, on: date) -> Verdict:
    span, where = found.spans[place], f"{_named(found)} in {_the(place)}"
    if not span.known:
        return refused(
            f"It is not known since when {where} is in force (to confirm). Have the register confirmed first."
        )
    if span.to is not None and span.to < on:
        return refused(f"{where} was no longer in force on {words.day(on)}: {_last(span)}.")
    if not span.covers(on):
        return refused(f"{where} was not yet in force on {words.day(on)}: {_begun(span)}.")
    marks = _marks(span)
    return Verdict(True, f"{where} was in force on {words.day(on)}. To confirm: {marks}.") if marks else ALLOWED


def _begun(span: Span) -> str:
    if span.start is None:
        return f"it is known to have been in force on {words.day(span.already)}, and its start is to confirm"
    return f"it began on {words.day(span.start)}{' (to confirm)' if Mark.START in span.to_confirm else ''}"


def _last(span: Span) -> str:
    return f"its last day was {words.day(span.to)}{' (to confirm)' if Mark.END in span.to_confirm else ''}"


def _marks(span: Span) -> str:
    if span.common_law:
        return "since when; it is common law, in force already"
    told = words.listed([_dated(mark, span) for mark in Mark if mark in span.to_confirm])
    return f"{told}; it was in force already on {words.day(span.already)}" if span.already else told


def _dated(mark: Mark, span: Span) -> str:
    days = {Mark.START: span.start, Mark.END: span.to}
    return f"its {mark.words} ({words.day(found)})" if (found := days.get(mark)) else f"its {mark.words}"


def _named(found: Offence) -> str:
    return f"{found.law} ({found.name})"


def _the(place: Jurisdiction) -> str:
    whole = {Jurisdiction.UK_WIDE: "the United Kingdom as a whole", Jurisdiction.CROWN_DEPENDENCY: "a Crown dependency"}
    return whole.get(place, place.label)


def _instead(place: Jurisdiction) -> str:
    if place is Jurisdiction.UK_WIDE:
        return "Choose the jurisdiction whose courts will hear it."
    return f"Choose a law of {_the(place)}."
