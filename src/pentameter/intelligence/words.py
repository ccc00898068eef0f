"""Grades, codes and reach in words, as pages show them. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pentameter.intelligence.intake.normalise import countries, phones
from pentameter.intelligence.rules import RELEASES
from pentameter.intelligence.vocabulary import HANDLING_CODES, INFORMATION_CODES, SOURCE_CODES, Scheme
from pentameter.kernel.actor import AgencySector

_NOT_KNOWN = "not known here"
_SECTORS = {
    AgencySector.POLICE: "police forces",
    AgencySector.LAW_ENFORCEMENT: "other law enforcement",
    AgencySector.NATIONAL_CENTRE: "the national centre",
    AgencySector.LABOUR_INSPECTORATE: "labour inspectorates",
    AgencySector.SUPPORT: "support organisations",
    AgencySector.COMPETENT_AUTHORITY: "the competent authority",
    AgencySector.PROSECUTION: "prosecutors",
}


@dataclass(frozen=True, slots=True)
class GradeWords:
    """A grade in words: both parts and the handling code, each with its code, and the scheme."""

    scheme: str
    source: str
    information: str
    handling: str
    short: str


def grade(scheme: str, source: str, information: str, handling: str) -> GradeWords:
    """The words of a grade in its own scheme."""
    return GradeWords(
        scheme=scheme,
        source=f"{source}: {_meaning(SOURCE_CODES, scheme, source)}",
        information=f"{information}: {_meaning(INFORMATION_CODES, scheme, information)}",
        handling=f"{handling}: {_meaning(HANDLING_CODES, scheme, handling)}",
        short=f"{source}{information} {handling}",
    )


def code(value: str) -> str:
    """A code as words: "sexual_exploitation" is "sexual exploitation"."""
    return value.replace("_", " ")


def fact(kind: str, name: str, value: str) -> str:
    """A fact about something mentioned, as people write it."""
    if name == "dob" and len(value) == len("2007-10-05"):
        born = date.fromisoformat(value)
        return f"{born.day} {born:%B %Y}"
    if name == "nationality":
        return countries.name(value)
    if kind == "phone" and name == "number":
        return phones.shown(value)
    return code(value) if name == "sex" else value


def price(amount: Decimal, currency: str) -> str:
    """A price with its currency: "60 GBP"."""
    whole = amount == amount.to_integral_value()
    return f"{amount:,.0f} {currency}" if whole else f"{amount:,.2f} {currency}"


def who_may_see(scheme: str, handling: str, sender: str, named: Iterable[str]) -> list[str]:
    """Everyone who may see a report, in words: the sender, whom it named, and what the handling code adds."""
    release = RELEASES.get((Scheme(scheme), handling)) if scheme in set(Scheme) else None
    told = [f"{sender}, which sent it"]
    if release is None:
        return told
    if release.named:
        told += [f"{name}, named by the sender" for name in named]
    where = "in the sender's state" if release.same_state_only else "in both states"
    sectors = [words for sector, words in _SECTORS.items() if sector in release.sectors]
    return told + ([f"{_list(sectors).capitalize()} {where}"] if sectors else [])


def _list(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _meaning(codes: Mapping[Scheme, Mapping[str, str]], scheme: str, value: str) -> str:
    return codes[Scheme(scheme)].get(value, _NOT_KNOWN) if scheme in set(Scheme) else _NOT_KNOWN
