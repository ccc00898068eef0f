"""Arrests, charges and convictions by offence."""

from collections import Counter

from pentameter.justice import api as justice
from pentameter.justice.api import LawLine
from pentameter.releases.queries.counts.asking import Ground
from pentameter.releases.rules.adding_up import Says, added_up, flat
from pentameter.releases.rules.choices import Choice
from pentameter.releases.shelf.content import Codes, Table

_SOURCE = "the investigations of the operation's agencies."


def arrests(ground: Ground) -> Table:
    """By the offence on arrest."""
    return _table(ground, Choice.ARRESTS_BY_OFFENCE, "arrests", "Arrests by offence on arrest")


def charges(ground: Ground) -> Table:
    """By the offence charged."""
    return _table(ground, Choice.CHARGES_BY_OFFENCE, "charges", "Charges by offence")


def convictions(ground: Ground) -> Table:
    """By the offence of which the court convicted; what was quashed does not count."""
    return _table(ground, Choice.CONVICTIONS_BY_OFFENCE, "convictions", "Convictions by offence")


def _table(ground: Ground, choice: Choice, what: str, title: str) -> Table:
    counts: Counter[Codes] = Counter()
    for line in justice.law_lines(on=ground.today, by=ground.by):
        counts[_law(line),] += getattr(line.recorded, what)
    laws = flat("offence", "Offence", "All offences", (codes[0] for codes in counts))
    says = Says(
        key=choice.value,
        title=title,
        counted=what,
        population=what,
        source=_SOURCE,
        as_of=ground.today,
        notes=(
            f"A law with 0 has led to no {what} that are recorded here. Laws whose days or section are to confirm keep "
            "that mark in the register of laws.",
        ),
    )
    return added_up(says, (laws,), counts)


def _law(line: LawLine) -> str:
    return f"{line.name} ({line.law})"
