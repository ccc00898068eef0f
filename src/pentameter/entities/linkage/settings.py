"""Splink's settings from our comparisons, with or without what a model learnt. The same for DuckDB and for Spark."""

from typing import Any

from pentameter.entities.linkage.comparisons import COMPARISONS, Comparison, Level
from pentameter.entities.linkage.model import Trained

IDENTIFIER = "id"
NAME_COLUMN = "name_key"
UNTRAINED_PRIOR = 1e-5


def settings(trained: Trained | None, *, mentions: int, parts: bool = False) -> dict[str, Any]:
    """The settings; `parts` keeps what each comparison contributed, for a waterfall."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": IDENTIFIER,
        "probability_two_random_records_match": trained.prior_chance(mentions) if trained else UNTRAINED_PRIOR,
        "comparisons": [_comparison(one, trained) for one in COMPARISONS],
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": "l.keys = r.keys", "arrays_to_explode": ["keys"]},
        ],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": parts,
    }


def _comparison(comparison: Comparison, trained: Trained | None) -> dict[str, Any]:
    unknown = {"sql_condition": comparison.unknown_sql, "label_for_charts": "unknown", "is_null_level": True}
    levels = [_level(comparison, level, trained) for level in comparison.levels]
    return {"output_column_name": comparison.name, "comparison_levels": [unknown, *levels]}


def _level(comparison: Comparison, level: Level, trained: Trained | None) -> dict[str, Any]:
    told: dict[str, Any] = {"sql_condition": level.sql, "label_for_charts": level.name}
    if level.by_name:
        told |= {"tf_adjustment_column": NAME_COLUMN, "tf_adjustment_weight": 1.0}
        told |= {"disable_tf_exact_match_detection": True}
    if trained:
        chances = trained.chances[comparison.name, level.name]
        told |= {"m_probability": chances.m, "u_probability": chances.u}
    return told
