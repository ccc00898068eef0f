"""What oversight asks of people today: broken glass to be reviewed, flags, and looks of the weekly sample."""

from collections.abc import Iterator

from django.urls import reverse

from pentameter.kernel.actor import Actor
from pentameter.look import words
from pentameter.oversight import api as oversight

Ask = tuple[str, str, str, str]


def of(actor: Actor) -> Iterator[Ask]:
    """What to do, why, where, and a word for the tag. What waits longer than a day for a review is overdue."""
    glass, page = oversight.glass_waiting(actor), reverse("oversight:glass")
    if glass.overdue:
        why = "A second person has to look within a day, and nobody has."
        yield f"Review {words.plural(glass.overdue, 'use', 'uses')} of broken glass", why, page, "overdue"
    if fresh := glass.waiting - glass.overdue:
        why = "Somebody opened a case in an emergency. A second person looks within a day."
        yield f"Review {words.plural(fresh, 'new use', 'new uses')} of broken glass", why, page, "today"
    if flags := oversight.flags_waiting(actor):
        why = "Look-ups that may not belong to the work."
        yield f"Ask about {words.plural(flags, 'flag')}", why, reverse("oversight:flags"), "today"
    if looks := oversight.looks_to_check(actor):
        why = "Drawn by chance from last week."
        yield f"Check {words.plural(looks, 'look-up')} of the sample", why, reverse("oversight:samples"), "this week"
