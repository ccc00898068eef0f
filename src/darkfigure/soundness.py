"""Tables from which no method can learn how many were missed, each with its sentence.

Bayesian methods return a posterior even for these: it is then the prior that answers. They are refused instead.
"""

from itertools import combinations

from darkfigure.errors import Refusal
from darkfigure.histories import CaptureHistories


def require_information(histories: CaptureHistories) -> None:
    """Refuse an empty list, a list of everyone, two lists of the same people, and lists that nowhere overlap."""
    for name, margin in zip(histories.lists, histories.margins.tolist(), strict=True):
        if margin == 0:
            raise Refusal(f"Nobody is on list {name}: it says nothing of who was missed.", f"Drop {name}.")
        if margin == histories.n:
            raise Refusal(
                f"Everyone seen is on list {name}: no other list shows whom {name} misses.",
                f"Leave {name} out, or find a list drawn up without it.",
            )
    _require_overlap(histories)


def _require_overlap(histories: CaptureHistories) -> None:
    overlaps = histories.overlaps
    pairs = list(combinations(range(len(histories.lists)), 2))
    if not any(overlaps[i, j] for i, j in pairs):
        raise Refusal(
            "No two lists share a person: nothing says how many people no list has seen.",
            "Check the linkage for missed matches, or add a list.",
            status="infinite",
        )
    for i, j in pairs:
        if overlaps[i, j] == overlaps[i, i] == overlaps[j, j]:
            raise Refusal(
                f"Lists {histories.lists[i]} and {histories.lists[j]} hold the same people: they are one list.",
                f"Drop {histories.lists[j]}.",
            )
