"""Prepared mentions as the table that Splink is given."""

from collections.abc import Callable, Mapping, Sequence

import duckdb

from pentameter.entities.linkage.batch.engine import fill
from pentameter.entities.linkage.facts import Prepared


def mention_table(
    connection: duckdb.DuckDBPyConnection,
    people: Sequence[Prepared],
    givers_of: Mapping[str, int],
    frequency: Callable[[Prepared], float] = lambda one: 1e-5,
) -> None:
    """The table `mention`, numbered from 0."""
    columns: dict[str, list[object]] = {
        "id": list(range(len(people))),
        "name_key": [one.name_key for one in people],
        "word_count": [len(one.words) for one in people],
        "phone": [one.phones[0] if one.phones else "" for one in people],
        "document": [one.documents[0] if one.documents else "" for one in people],
        "phone_names": [givers_of.get(one.phones[0], 0) if one.phones else 0 for one in people],
        "commonness": [frequency(one) for one in people],
        "keys": [["all"] for _ in people],
    }
    for at in range(3):
        columns[f"w{at + 1}"] = [one.words[at] if at < len(one.words) else "" for one in people]
        columns[f"f{at + 1}"] = [one.forms[at] if at < len(one.forms) else "" for one in people]
    for name in ("head", "sounds", "letters", "birth_year", "birth_day", "birth_swapped", "sex", "nationality"):
        columns[name] = [getattr(one, name) for one in people]
    for name in ("postcode", "outward", "place"):
        columns[name] = [getattr(one, name) for one in people]
    fill(connection, "mention", columns)
