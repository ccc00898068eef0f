"""Records of people, and how many of them look alike.

k-anonymity (Samarati 2001; Sweeney 2002): in every class of records with the same quasi-identifiers are at least k.
l-diversity (Machanavajjhala et al. 2007, distinct): every class holds at least l values of what is secret. Neither says
what an attacker knows besides; Hundepool et al. 2012.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from safetables.errors import BadInput


@dataclass(frozen=True)
class Records:
    """`rows` of texts under `columns`, one a person.

    >>> people = Records(("age", "area"), (("20", "n"), ("20", "n"), ("30", "n")))
    >>> k_anonymity(people, ["age", "area"]), k_anonymity(people, ["area"])
    (1, 3)
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise BadInput(f"Record {number} has {len(row)} values where there are {len(self.columns)} columns.")

    def place(self, column: str) -> int:
        """Where a column stands."""
        if column not in self.columns:
            raise BadInput(f"The records have no column {column!r}: {', '.join(self.columns)}.")
        return self.columns.index(column)


def classes(records: Records, quasi: Sequence[str]) -> Counter[tuple[str, ...]]:
    """How many records share each combination of the quasi-identifiers."""
    places = [records.place(column) for column in quasi]
    return Counter(tuple(row[at] for at in places) for row in records.rows)


def k_anonymity(records: Records, quasi: Sequence[str]) -> int:
    """The size of the smallest class; 0 where there are no records."""
    return min(classes(records, quasi).values(), default=0)


def l_diversity(records: Records, quasi: Sequence[str], secret: str) -> int:
    """The fewest values of what is secret in any class; 0 where there are no records."""
    places, hidden = [records.place(column) for column in quasi], records.place(secret)
    met: dict[tuple[str, ...], set[str]] = {}
    for row in records.rows:
        met.setdefault(tuple(row[at] for at in places), set()).add(row[hidden])
    return min((len(values) for values in met.values()), default=0)
