"""Laws that were used and laws that never were, and questions of policy with what became of them."""

from pentameter.justice.api import LawLine, QuestionCard
from pentameter.look.words import day, plural
from pentameter.picture.assessment.evidence import Evidence, SectionKind
from pentameter.picture.assessment.rules.content import Cell, Column, Kind, Missing, Section, Table

_REGISTER = "the register of laws, and what investigations recorded under each of them."
_PUBLISHED = "the publications that are named in each row."


def build(evidence: Evidence) -> Section:
    """Every law that had begun; those that never led to a conviction stand out."""
    out = tuple(line for line in evidence.laws if line.stands_out)
    return Section(
        key=SECTION.key,
        title=SECTION.title,
        lead=(
            f"{plural(len(out), 'law has', 'laws have')} never led to a conviction that is recorded here.",
            *(f"{line.law}, {line.name}: {line.sentence}" for line in out if line.recorded.charges),
        ),
        tables=(_laws(evidence), _questions(evidence)),
        notes=(
            "Counted is what investigations recorded here. A law may have been used elsewhere.",
            "What could not be verified in a source is marked “to confirm”, and keeps that mark.",
            "A question of policy is kept with its dates and sources. The system has no opinion on it.",
        ),
    )


def _laws(evidence: Evidence) -> Table:
    return Table(
        key="laws",
        title="Laws, and what was recorded under each",
        columns=(
            *map(Column, ("Law", "Offence", "In force", "Verified", "What came of it")),
            *(Column(label, Kind.COUNT) for label in ("Arrests", "Charges", "Convictions")),
        ),
        rows=tuple(map(_law, evidence.laws)),
        source=_REGISTER,
        as_of=evidence.as_of,
        names=3,
    )


def _law(line: LawLine) -> tuple[Cell, ...]:
    counted = line.recorded
    return (
        line.law,
        line.name,
        "; ".join(line.spans) or "not known",
        line.verification,
        line.sentence if line.stands_out else _first(line),
        counted.arrests,
        counted.charges,
        counted.convictions,
    )


def _first(line: LawLine) -> Cell:
    first = line.recorded.first_conviction_on
    return f"First conviction on {day(first)}." if first else Missing.NOT_GIVEN


def _questions(evidence: Evidence) -> Table:
    return Table(
        key="policy-questions",
        title="Questions of policy",
        columns=tuple(map(Column, ("Question", "Where", "How it stands", "Since", "Source"))),
        rows=tuple(map(_question, evidence.questions)),
        source=_PUBLISHED,
        as_of=evidence.as_of,
        names=2,
    )


def _question(card: QuestionCard) -> tuple[Cell, ...]:
    last = card.last
    state = card.state.words if card.state else "not known"
    if last is None:
        return card.text, card.jurisdiction.label, state, Missing.NOT_GIVEN, Missing.NOT_GIVEN
    source = f"{last.source} (to confirm)" if last.to_confirm else last.source
    return card.text, card.jurisdiction.label, state, day(last.on), source


SECTION = SectionKind("laws", "Laws used and never used", build)
