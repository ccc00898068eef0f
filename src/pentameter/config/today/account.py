"""What a person's own account asks of them today: what to do, why, where, and a word for the tag."""

from collections.abc import Iterator

from django.urls import reverse

from pentameter.accounts import api as accounts
from pentameter.kernel.actor import Actor
from pentameter.look import words

Ask = tuple[str, str, str, str]


def of_account(actor: Actor) -> Iterator[Ask]:
    """Browsers not seen before, of which the person has not said that it was them."""
    for one in accounts.unacknowledged_browsers(actor):
        act = f"Say whether it was you in {one.family}"
        why = f"Your account was used in a browser that was not seen before, on {words.moment(one.first_at)}."
        yield act, why, reverse("accounts:own"), "now"
