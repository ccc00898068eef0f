"""What the screening of removal lists asks of people today: what to do, why, where, and a word for the tag."""

from collections.abc import Iterator

from django.urls import reverse

from pentameter.decisions import api as decisions
from pentameter.kernel.actor import Actor
from pentameter.look import words

Ask = tuple[str, str, str, str]
_WHY = {
    decisions.Standing.TO_ANSWER: "The duty desk answers lines of it. Remove nobody on it yet.",
    decisions.Standing.HELD: "Lines of it are held. Call the duty desk before doing anything.",
    decisions.Standing.EXPIRED: "Its answers are more than 24 hours old.",
    decisions.Standing.UNSURE: "The system is not sure at the moment. Remove nobody on it yet.",
    decisions.Standing.REFUSED: "It could not be read, so nobody on it was checked.",
}


def of_officer(actor: Actor) -> Iterator[Ask]:
    """Lists of the last two days that are not clear."""
    for card in decisions.waiting_for_officer(actor.agency):
        url = reverse("decisions:screening_list", args=[card.id])
        if card.standing in _WHY:
            act = {decisions.Standing.EXPIRED: "Check", decisions.Standing.REFUSED: "Mend"}.get(card.standing, "See")
            yield f"{act} list {card.reference} again", _WHY[card.standing], url, card.standing.value


def of_desk() -> Iterator[Ask]:
    """Lines that wait for the desk."""
    if waiting := decisions.lines_waiting():
        act = f"Answer {words.plural(waiting, 'line')} of removal lists"
        yield act, "Somebody who may be protected is on a list for removal.", reverse("decisions:desk"), "now"


def of_watchers() -> Iterator[Ask]:
    """What looked like trawling within a week."""
    if found := decisions.recent_alerts():
        act = f"Look at {words.plural(found, 'alert')} of trawling"
        why = "Checks that look as if somebody wanted to learn who is protected."
        yield act, why, reverse("decisions:trawling"), "today"
