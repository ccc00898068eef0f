"""What is odd about a table before any model is fitted: each oddity has its sentence."""

from darkfigure.errors import Refusal
from darkfigure.histories import CaptureHistories


def require_sound(histories: CaptureHistories) -> tuple[str, ...]:
    """Refuse tables that no method can answer; the sentences about lists that only need mention."""
    lists, margins, overlaps = histories.lists, histories.margins, histories.overlaps
    if not (histories.patterns.sum(axis=1) > 1).any():
        raise Refusal(
            "Nobody is on more than one list: without any overlap the dark figure may be any number.",
            "Look for missed matches between the lists, or cover a longer period.",
            status="infinite",
        )
    for place, name in enumerate(lists):
        if margins[place] == histories.n:
            raise Refusal(
                f"List {name!r} contains everyone who was seen: nothing in the table says how many it misses.",
                f"Leave {name!r} out, or check that it is a list and not a marker.",
                status="zero",
            )
    for first, second in _duplicates(histories):
        if overlaps[first, first] and overlaps[first, first] == overlaps[first, second] == overlaps[second, second]:
            raise Refusal(
                f"Lists {lists[first]!r} and {lists[second]!r} hold exactly the same people: one is a copy.",
                f"Drop {lists[second]!r}.",
            )
    return tuple(
        f"List {name!r} is empty: the estimate is that of the other lists."
        for place, name in enumerate(lists)
        if not margins[place]
    )


def _duplicates(histories: CaptureHistories) -> list[tuple[int, int]]:
    places = range(len(histories.lists))
    return [(first, second) for first in places for second in places if first < second]
