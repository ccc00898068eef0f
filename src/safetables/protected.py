"""What comes of protecting: tables that may be shown, and the proof that they may."""

from collections.abc import Sequence
from dataclasses import dataclass

from safetables.attacker import unprotected
from safetables.errors import Refusal
from safetables.judging import all_true
from safetables.movements import Movements
from safetables.problems import NOTHING, Earlier
from safetables.published import Published
from safetables.rules import Rules
from safetables.tables import Table


@dataclass(frozen=True, eq=False)
class Protected:
    """`published` is what may be shown, a table for each that was given. `hidden` of its `cells` are hidden,
    `sensitive` of them for their own sake (which is itself a secret); `least_hidden` is a proved lower limit of how
    many have to be, None where none was sought. `base` is that of rounding, `bands` are those of banding, as they
    are printed."""

    published: tuple[Published, ...]
    tables: tuple[Table, ...]
    rules: Rules
    method: str
    cells: int
    hidden: int = 0
    sensitive: int = 0
    least_hidden: int | None = None
    base: int = 0
    within: int = 0
    bands: tuple[str, ...] = ()
    earlier: tuple[Published, ...] = ()

    @property
    def table(self) -> Published:
        """The one table that was asked for."""
        return self.published[0]

    @property
    def optimal(self) -> bool:
        """Is it proved that fewer cells could not be hidden?"""
        return self.least_hidden is not None and self.hidden <= self.least_hidden


def prove(
    published: Sequence[Published],
    tables: Sequence[Table],
    rules: Rules,
    earlier: Earlier = NOTHING,
    seen: Movements | None = None,
) -> int:
    """Show all that is published, this and what was earlier, to the attacker; `Refusal` with the cells that he
    narrows too far. How many sensitive counts were held to their protection. Movements `seen` while it was protected
    are witnesses where what is published allows them, which is looked at anew."""
    known = earlier.with_these(published)
    truths = [*earlier.truths, *tables]
    values = all_true(known, truths)
    wanted = earlier.needed(known, truths, rules)
    if wanted is None or not len(wanted):
        return 0
    open_ = unprotected(known.system(), wanted, values, seen)
    if open_:
        names = tuple(dict.fromkeys(known.name(place) for place, _ in open_))
        more = f" and {len(names) - 8:,} more" if len(names) > 8 else ""
        raise Refusal(
            f"These cells could be worked out too closely: {'; '.join(names[:8])}{more}.",
            "Publish fewer dimensions or coarser codes, or hide counts instead of rounding them.",
            cells=names,
        )
    return len(wanted)
