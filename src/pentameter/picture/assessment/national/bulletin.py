"""What the quarterly bulletin tells beside its tables: referrals by sex and nationality, and how decisions went."""

from collections import Counter
from collections.abc import Callable

from pentameter.picture.assessment.evidence import CASES, Evidence
from pentameter.picture.assessment.national.decisions import AUTHORITY_NOTE
from pentameter.picture.assessment.national.grids import listed
from pentameter.picture.assessment.national.referrals import OTHERS, nation
from pentameter.picture.assessment.rules.content import Cell, Column, Kind, Missing, Table
from pentameter.picture.assessment.rules.withholding import protected
from pentameter.picture.rules.withholding import FEWEST
from pentameter.victims.api import EventKind, Outcome

_GROUNDS = {
    EventKind.REASONABLE_GROUNDS: "Reasonable grounds",
    EventKind.CONCLUSIVE_GROUNDS: "Conclusive grounds",
}


def by_sex(evidence: Evidence) -> Table:
    """Referrals by sex."""
    counts: Counter[tuple[Cell, ...]] = Counter()
    for group, people in evidence.referrals.groups.items():
        counts[group.sex,] += people
    return _list(evidence, "bulletin-sex", "Bulletin: referrals by sex", "Sex", counts)


def by_nationality(evidence: Evidence) -> Table:
    """Referrals by nationality, the most frequent first; those of few people put together."""
    counts: Counter[str] = Counter()
    for group, people in evidence.referrals.groups.items():
        counts[nation(group.nationality)] += people
    made: Counter[tuple[Cell, ...]] = Counter()
    for words, people in counts.most_common():
        made[words if people >= FEWEST else OTHERS,] += people
    return _list(evidence, "bulletin-nationality", "Bulletin: referrals by nationality", "Nationality", made)


def by_outcome(evidence: Evidence) -> Table:
    """Decisions of both kinds, and the share of them that is positive."""
    counts: Counter[tuple[EventKind, bool]] = Counter()
    for group, decided in evidence.decisions.items():
        counts[group.kind, group.outcome is Outcome.POSITIVE] += decided
    cells = protected([[counts[kind, True], counts[kind, False]] for kind in _GROUNDS])
    rows = tuple((words, *row, _share(row)) for words, row in zip(_GROUNDS.values(), cells[:-1], strict=True))
    labels = ("Positive", "Negative or not known", "Decisions")
    return Table(
        key="bulletin-decisions",
        title="Bulletin: decisions, and the share that is positive",
        columns=(
            Column("Decision"),
            *(Column(label, Kind.COUNT) for label in labels),
            Column("Positive, per cent", Kind.AMOUNT),
        ),
        rows=rows,
        source=CASES,
        as_of=evidence.as_of,
        notes=(AUTHORITY_NOTE,),
    )


TABLES: tuple[Callable[[Evidence], Table], ...] = (by_sex, by_nationality, by_outcome)


def _share(row: tuple[Cell, ...]) -> Cell:
    """Positive of all, in per cent. Withheld where one of the two is, for it would tell the other."""
    positive, _, decided = row
    if isinstance(positive, Missing) or isinstance(decided, Missing):
        return Missing.WITHHELD
    return round(100 * int(positive) / int(decided), 1) if int(decided) else Missing.NOT_GIVEN


def _list(evidence: Evidence, key: str, title: str, name: str, counts: Counter[tuple[Cell, ...]]) -> Table:
    columns = (Column(name), Column("Referrals", Kind.COUNT))
    return Table(key, title, columns, listed(counts), CASES, evidence.as_of)
