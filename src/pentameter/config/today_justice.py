"""What of investigations waits for a person today: checks for prosecutors, arrests left open for a force."""

from collections.abc import Iterator

from django.urls import reverse

from pentameter.justice import api as justice
from pentameter.kernel.actor import Actor
from pentameter.look import words


def of_justice(actor: Actor) -> Iterator[tuple[str, str, str, str]]:
    """What to do, why, where, and how soon in a word."""
    waits, page = justice.waiting(actor), reverse("justice:investigations")
    if waits.checks:
        act = f"Make the non-punishment check of {words.plural(waits.checks, 'suspect')}"
        yield act, "No charge before it. What is not known means “may be a victim”.", f"{page}?state=check", "today"
    if waits.arrests:
        act = f"Say what became of {words.plural(waits.arrests, 'arrest')}"
        why = "Bail, release under investigation, or no further action is not recorded yet."
        yield act, why, f"{page}?state=before", "today"
