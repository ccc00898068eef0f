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
        why = "No charge before it; new facts ask for it again, also after a charge. Not known means “may be a victim”."
        yield act, why, f"{page}?state=check", "today"
    if waits.reviews:
        act = f"Review the {words.plural(waits.reviews, 'charge')} of whoever is not to be charged"
        why = "A check since the charge says so: discontinue it, or let another prosecutor say why it goes on."
        yield act, why, f"{page}?state=review", "today"
    if waits.arrests:
        act = f"Say what became of {words.plural(waits.arrests, 'arrest')}"
        why = "Bail, release under investigation, or no further action is not recorded yet."
        yield act, why, f"{page}?state=before", "today"
