"""How old the people of this wave are, and where they come from: counts that are large enough to point to nobody."""

from pentameter.intelligence.intake.normalise import countries
from pentameter.look.words import number
from pentameter.picture.assessment.evidence import CASES, Evidence, SectionKind
from pentameter.picture.assessment.rules.content import Cell, Column, Kind, Section, Table
from pentameter.picture.assessment.rules.withholding import protected_list
from pentameter.picture.rules.withholding import FEWEST, grouped
from pentameter.victims.api import Age

_OTHERS = "others, put together"


def build(evidence: Evidence) -> Section:
    """By age and by nationality, each by itself."""
    total = evidence.people.total
    told = number(total) if total == 0 or total >= FEWEST else f"fewer than {FEWEST}"
    return Section(
        key=SECTION.key,
        title=SECTION.title,
        lead=(f"{told} people of this wave are counted by age and nationality.".capitalize(),),
        tables=(_by_age(evidence), _by_nationality(evidence)),
        notes=(
            f"Counts below {FEWEST} are withheld, and with them whatever would give them away. Nationalities of few "
            "people are put together, also the smallest that could be shown if those were too few.",
            "Who may be under 18 is a group of its own. Nationality is as somebody said it or a document says it.",
        ),
    )


def _by_age(evidence: Evidence) -> Table:
    cells, total = protected_list([evidence.people.ages.get(age, 0) for age in Age])
    names = (age.words.capitalize() for age in Age)
    rows: tuple[tuple[Cell, ...], ...] = (*zip(names, cells, strict=True), ("All", total))
    return _table(evidence, "people-by-age", "People by age", "Age", rows)


def _by_nationality(evidence: Evidence) -> Table:
    found = grouped(evidence.people.nationalities)
    rows: list[tuple[Cell, ...]] = [
        (countries.name(code) if code else "Not known", people) for code, people in found.shown
    ]
    if found.others is not None:
        told = found.others >= FEWEST
        rows.append((_OTHERS, found.others) if told else (_OTHERS, *protected_list([found.others])[0]))
    return _table(evidence, "people-by-nationality", "People by nationality", "Nationality", tuple(rows))


def _table(evidence: Evidence, key: str, title: str, name: str, rows: tuple[tuple[Cell, ...], ...]) -> Table:
    columns = (Column(name), Column("People", Kind.COUNT))
    return Table(key, title, columns, rows, CASES, evidence.as_of)


SECTION = SectionKind("people", "Who was found: ages and nationalities", build)
