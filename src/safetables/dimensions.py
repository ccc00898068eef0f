"""One dimension of a table: its codes, and which of them add up to which.

Source: Hundepool et al., Statistical Disclosure Control (Wiley 2012): a table is spanned by variables
whose codes are nested, and each nesting is one set of additive relations.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from safetables.errors import BadInput

TOTAL = "Total"
TOTALS = ("total", "all", "grand total", "overall")
"""Codes that are taken for the total of a flat dimension, whatever their capitals."""


@dataclass(frozen=True)
class Dimension:
    """`codes` in order, the total first; `parents[i]` is the place of the code that `codes[i]` is a part of, -1 for
    the total. The parts of a code add up to it.

    >>> Dimension.flat("sex", ["F", "M"]).codes
    ('Total', 'F', 'M')
    >>> area = Dimension.nested("area", "UK", {"UK": ["England", "Wales"], "England": ["Durham", "Kent"]})
    >>> area.parts_of("England")
    ('Durham', 'Kent')
    """

    name: str
    codes: tuple[str, ...]
    parents: tuple[int, ...]

    @classmethod
    def flat(cls, name: str, codes: Iterable[str], total: str = TOTAL) -> Self:
        """All codes are parts of one total."""
        parts = [code for code in dict.fromkeys(codes) if code != total]
        return cls.from_pairs(name, [(total, ""), *((code, total) for code in parts)])

    @classmethod
    def nested(cls, name: str, total: str, parts: Mapping[str, Sequence[str]]) -> Self:
        """From {code: its parts}, `total` being the code that is a part of none."""
        return cls.from_pairs(name, [(total, ""), *((part, code) for code in parts for part in parts[code])])

    @classmethod
    def from_pairs(cls, name: str, pairs: Iterable[tuple[str, str]]) -> Self:
        """From (code, what it is a part of) in any order; the total is a part of nothing: ""."""
        parent = _parents(name, pairs)
        order = _downwards(name, parent)
        place = {code: index for index, code in enumerate(order)}
        return cls(name, tuple(order), tuple(place[parent[code]] if parent[code] else -1 for code in order))

    @property
    def total(self) -> str:
        """The code of the total."""
        return self.codes[0]

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where each code stands."""
        return {code: index for index, code in enumerate(self.codes)}

    @cached_property
    def families(self) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """(a code's place, the places of its parts) for every code that has parts."""
        parts: dict[int, list[int]] = {}
        for place, parent in enumerate(self.parents):
            if parent >= 0:
                parts.setdefault(parent, []).append(place)
        return tuple((parent, tuple(places)) for parent, places in sorted(parts.items()))

    @cached_property
    def leaves(self) -> tuple[int, ...]:
        """Places of the codes that have no parts."""
        above = set(self.parents)
        return tuple(place for place in range(len(self.codes)) if place not in above)

    def parts_of(self, code: str) -> tuple[str, ...]:
        """The codes that add up to it."""
        here = self.place[code]
        return tuple(one for one, parent in zip(self.codes, self.parents, strict=True) if parent == here)

    def to_pairs(self) -> list[tuple[str, str]]:
        """What `from_pairs` takes."""
        named = (*self.codes, "")
        return [(code, named[parent]) for code, parent in zip(self.codes, self.parents, strict=True)]


def _parents(name: str, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What each code is a part of, in the order given."""
    if not str(name).strip():
        raise BadInput("A dimension has no name.")
    parent: dict[str, str] = {}
    for code, above in pairs:
        if not code:
            raise BadInput(f"Dimension {name!r}: a code is blank.")
        if parent.setdefault(code, above) != above:
            raise BadInput(f"Dimension {name!r}: {code!r} is a part of {parent[code]!r} and of {above!r}.")
    roots = [code for code, above in parent.items() if not above]
    if len(roots) != 1:
        said = "none is" if not roots else f"these are: {', '.join(map(repr, roots))}"
        raise BadInput(f"Dimension {name!r}: exactly one code is the total, a part of nothing; {said}.")
    for code, above in parent.items():
        if above and above not in parent:
            raise BadInput(f"Dimension {name!r}: {code!r} is a part of {above!r}, which has no row of its own.")
    return parent


def _downwards(name: str, parent: Mapping[str, str]) -> list[str]:
    """Codes with every code after what it is a part of; a circle is an error."""
    parts: dict[str, list[str]] = {}
    for code, above in parent.items():
        parts.setdefault(above, []).append(code)
    order, waiting = [], list(parts[""])
    while waiting:
        code = waiting.pop(0)
        order.append(code)
        waiting[:0] = parts.get(code, [])
    if len(order) < len(parent):
        lost = next(code for code in parent if code not in set(order))
        raise BadInput(f"Dimension {name!r}: {lost!r} is, by way of others, a part of itself.")
    return order


def dimension_of(name: str, codes: Iterable[Any]) -> Dimension:
    """A flat dimension of the codes met in a column: the total by its name, or one added."""
    met = list(dict.fromkeys(str(code) for code in codes))
    total = next((code for code in met if code.casefold() in TOTALS), TOTAL)
    return Dimension.flat(name, met, total)
