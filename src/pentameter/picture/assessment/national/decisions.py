"""Decisions of the competent authority: Table 16 on reasonable grounds, Table 19 on conclusive grounds."""

from collections import Counter

from pentameter.picture.assessment.evidence import CASES, Evidence
from pentameter.picture.assessment.national.grids import columns, grid
from pentameter.picture.assessment.national.referrals import AGE_NOTE
from pentameter.picture.assessment.rules.content import Table
from pentameter.victims.api import Age, EventKind, Outcome

_OUTCOMES: tuple[Outcome | None, ...] = (Outcome.POSITIVE, Outcome.NEGATIVE, None)
AUTHORITY_NOTE = "Which of the two competent authorities decided is not held: both stand together."


def table_16(evidence: Evidence) -> Table:
    """Reasonable grounds decisions by quarter, outcome and age."""
    return _table(evidence, 16, "reasonable grounds decisions", EventKind.REASONABLE_GROUNDS)


def table_19(evidence: Evidence) -> Table:
    """Conclusive grounds decisions by quarter, outcome and age."""
    return _table(evidence, 19, "conclusive grounds decisions", EventKind.CONCLUSIVE_GROUNDS)


def _table(evidence: Evidence, number: int, what: str, kind: EventKind) -> Table:
    across = tuple(_label(outcome, age) for outcome in _OUTCOMES for age in Age)
    counts: Counter[tuple[str, str]] = Counter()
    for group, decided in evidence.decisions.items():
        if group.kind is kind:
            outcome = group.outcome if group.outcome in _OUTCOMES else None
            counts[group.quarter, _label(outcome, group.age)] += decided
    used = tuple(label for label in across if any(column == label for _, column in counts))
    return Table(
        key=f"national-{number}",
        title=f"Table {number}: {what} by quarter, outcome and age",
        columns=columns("Quarter", used),
        rows=grid(counts, used),
        source=CASES,
        as_of=evidence.as_of,
        notes=(AUTHORITY_NOTE, AGE_NOTE, "A decision whose outcome was not recorded stands as “not known”."),
    )


def _label(outcome: Outcome | None, age: Age) -> str:
    return f"{outcome.value.capitalize() if outcome else 'Not known'}, {age.words}"
