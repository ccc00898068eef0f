"""What an address asks of the network: what makes no sense is left out, and said. And what may be typed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from django import forms
from django.http import QueryDict

from pentameter.entities.network.asked import SIZES, USUAL, Asked
from pentameter.entities.network.wording import KINDS, relation
from pentameter.intelligence.api import INFORMATION_CODES, SOURCE_CODES, Scheme, Theme
from pentameter.intelligence.intake.relations import SAYABLE, Relation
from pentameter.kernel.verdict import never_was
from pentameter.look.fields import DayField

_LONGEST = 60
MOST_OPEN = 40
"""So many things can be opened at once; the address would grow too long."""


def read(given: QueryDict) -> Asked:
    """What an address asks for.

    Raises:
        Refused: an identifier in it is none.
    """
    problems: list[str] = []
    scheme, source, information = _grade(given, problems)
    first, last = _day(given, "first", problems), _day(given, "last", problems)
    if first and last and last < first:
        problems.append("The last day is before the first. All days are shown.")
        first = last = None
    return Asked(
        first=first,
        last=last,
        agency=given.get("agency", "").strip()[:_LONGEST],
        area=given.get("area", "").strip()[:_LONGEST],
        theme=_one_of(given.get("theme", ""), set(Theme), "theme", problems),
        scheme=scheme,
        source_grade=source,
        information_grade=information,
        kinds=tuple(sorted(_known(given.getlist("kind"), KINDS, "kind of thing", problems), key=list(KINDS).index)),
        relations=tuple(map(Relation, _known(given.getlist("relation"), set(Relation), "relation", problems))),
        things=tuple(dict.fromkeys(map(_id, given.getlist("thing")[:MOST_OPEN]))),
        start=_end(given, "start"),
        end=_end(given, "end"),
        most=_size(given.get("most", "")),
        problems=tuple(problems),
    )


def with_thing(asked: Asked, thing: UUID) -> Asked:
    """The same, beginning with a thing."""
    return replace(asked, things=tuple(dict.fromkeys((thing, *asked.things))))


def _end(given: QueryDict, name: str) -> UUID | None:
    written = given.get(name, "")
    return _id(written) if isinstance(written, str) and written else None


def _id(given: str) -> UUID:
    try:
        return UUID(given)
    except ValueError as error:
        raise never_was() from error


def _day(given: QueryDict, name: str, problems: list[str]) -> date | None:
    if not (written := given.get(name, "").strip()):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        problems.append(f"“{_quoted(written)}” is not a date. Write it as 2007-10-05. Other days are shown too.")
        return None


def _one_of(given: str, known: Iterable[str], what: str, problems: list[str]) -> str:
    if given and given not in known:
        problems.append(f"There is no {what} called “{_quoted(given)}”. All are shown.")
        return ""
    return given


def _known(given: Iterable[str], known: Iterable[str], what: str, problems: list[str]) -> list[str]:
    return [one for one in dict.fromkeys(given) if _one_of(one, known, what, problems)]


def _grade(given: QueryDict, problems: list[str]) -> tuple[str, str, str]:
    """Scheme, source grade and information grade, from "3x5x2/2": a code of one scheme is never sought in another."""
    source_of, _, source = given.get("source", "").partition("/")
    information_of, _, information = given.get("information", "").partition("/")
    schemes = {one for one in (source_of, information_of) if one}
    if not schemes:
        return "", "", ""
    if len(schemes) > 1 or not schemes <= set(Scheme):
        problems.append("A grade belongs to one scheme, 3x5x2 or 5x5x5. All grades are shown.")
        return "", "", ""
    scheme = Scheme(schemes.pop())
    known = (SOURCE_CODES[scheme].keys() | {""}, INFORMATION_CODES[scheme].keys() | {""})
    if source not in known[0] or information not in known[1]:
        problems.append(f"The scheme {scheme} has no such grade. All its grades are shown.")
        return scheme, "", ""
    return scheme, source, information


def _size(given: str) -> int:
    return int(given) if given in {str(one) for one in SIZES} else USUAL


def _quoted(given: str) -> str:
    return given if len(given) <= _LONGEST else given[:_LONGEST] + "…"


class LinkForm(forms.Form):
    """A link that a person says."""

    relation = forms.ChoiceField(label="Link", choices=[(one.value, relation(one).capitalize()) for one in SAYABLE])
    target = forms.UUIDField(
        label="To",
        widget=forms.Select(),
        error_messages={"required": "Choose a thing from the list.", "invalid": "Choose a thing from the list."},
    )
    from_on = DayField(label="From", required=False)
    to_on = DayField(label="To the day", required=False)
    reason = forms.CharField(
        label="How you know",
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say how you know that the two are linked."},
    )

    def offer(self, things: Iterable[tuple[str, str]]) -> None:
        """Let these things be chosen: (a mention's id, what the thing is called)."""
        self.fields["target"].widget = forms.Select(choices=[("", "Choose"), *things])


class PurposeForm(forms.Form):
    """For what the chart is needed."""

    purpose = forms.CharField(
        label="For what purpose do you need it?",
        help_text="Your words are kept in the record with your name and the time.",
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say for what purpose you need it."},
    )


class StrikeForm(forms.Form):
    """Why a link is struck."""

    reason = forms.CharField(
        label="Why the link is struck",
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say why the link is struck."},
    )
