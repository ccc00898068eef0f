"""Which level each pair stands at, in one query: for calibrating, for reports by fault, and for contradictions."""

import re
from collections.abc import Collection

from pentameter.entities.linkage.comparisons import BORN, COMPARISONS, NAME, PHONE, Comparison
from pentameter.entities.linkage.comparisons.births import POSSIBLE
from pentameter.entities.linkage.contradictions import DATED, NAMED

_SIDE = re.compile(r"\b(\w+)_([lr])\b")


def level_sql(comparison: Comparison, left: str = "one", right: str = "other") -> str:
    """A number for the level of a pair, from 1 in the order of the comparison; 0 where one side says nothing."""
    cases = [f"WHEN {comparison.unknown_sql} THEN 0"]
    cases += [f"WHEN {level.sql} THEN {at}" for at, level in enumerate(comparison.levels[:-1], start=1)]
    text = f"CASE {' '.join(cases)} ELSE {len(comparison.levels)} END"
    return _SIDE.sub(lambda match: f"{left if match[2] == 'l' else right}.{match[1]}", text)


def levels_sql(pairs: str) -> str:
    """Every comparison's level of the pairs of a table (left_id, right_id), and how common the names are."""
    columns = ", ".join(f"({level_sql(one)})::TINYINT AS {one.name}" for one in COMPARISONS)
    return f"""
        SELECT left_id, right_id, {columns}, greatest(one.commonness, other.commonness) AS commonness
        FROM {pairs} JOIN mention one ON one.id = left_id JOIN mention other ON other.id = right_id"""


def _numbers(comparison: Comparison, names: Collection[str]) -> str:
    return ", ".join(str(at) for at, level in enumerate(comparison.levels, start=1) if level.name in names)


def firm_sql(left: str = "one", right: str = "other") -> str:
    """Whether the machine may decide it alone, as `doubts` says it; a phone that many gave may not be in it at all."""
    born, name = level_sql(BORN, left, right), level_sql(NAME, left, right)
    phone = f"({level_sql(PHONE, left, right)}) NOT IN ({_numbers(PHONE, ('several', 'many'))})"
    told = f"(({born}) IN ({_numbers(BORN, DATED)}) AND ({name}) IN ({_numbers(NAME, NAMED)}))"
    document = f"({left}.document <> '' AND {left}.document = {right}.document)"
    return f"({phone} AND ({document} OR {told}))"


def contradiction_sql(left: str = "one", right: str = "other") -> str:
    """Whether the two cannot be one person, as `contradictions` says it of a pair."""
    impossible = _numbers(BORN, {level.name for level in BORN.levels} - POSSIBLE)
    same, clash = _numbers(BORN, ("same",)), _numbers(NAME, ("one_of_two",))
    born, name = level_sql(BORN, left, right), level_sql(NAME, left, right)
    return f"""(
        ({left}.sex <> '' AND {right}.sex <> '' AND {left}.sex <> {right}.sex)
        OR ({left}.document <> '' AND {right}.document <> ''
            AND damerau_levenshtein({left}.document, {right}.document) > 1)
        OR ({born}) IN ({impossible})
        OR (({born}) = {same} AND ({name}) = {clash}))"""
