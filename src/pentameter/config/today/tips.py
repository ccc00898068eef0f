"""What tip-offs ask of the intelligence desk today."""

from collections.abc import Iterator

from django.urls import reverse

from pentameter.bulletins.tipdesk import api as tipdesk
from pentameter.look import words

Ask = tuple[str, str, str, str]


def of_tip_offs() -> Iterator[Ask]:
    """Tip-offs that nobody has opened, or that were opened and not dealt with."""
    if waiting := tipdesk.waiting():
        act = f"Look at {words.plural(waiting, 'tip-off')}"
        yield act, "Somebody told something without giving a name.", reverse("tipdesk:tips"), "today"
