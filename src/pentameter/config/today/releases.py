"""What of releases waits for a statistician today: a signature, or figures that have to be frozen again."""

from collections.abc import Iterator

from django.urls import reverse

from pentameter.look import words
from pentameter.releases import api as releases


def of_releases() -> Iterator[tuple[str, str, str, str]]:
    """What to do, why, where, and how soon in a word."""
    unsigned, overtaken = releases.waiting()
    page = reverse("releases:releases")
    if off := releases.taken_off():
        act = f"Correct {words.plural(off, 'release')} that the check withdrew"
        yield act, "Its words may say by now who or where somebody protected is.", page, "today"
    if overtaken:
        act = f"Freeze the figures of {words.plural(overtaken, 'release')} again"
        why = "Somebody withdrew from being counted, or a case was erased. It does not appear as it is."
        yield act, why, page, "today"
    if unsigned:
        act = f"{words.plural(unsigned, 'release waits', 'releases wait')} for the signature of a second person"
        yield act, "Whoever worked on it cannot sign it.", page, "today"
