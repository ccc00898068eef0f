"""What bulletins ask of people today: what to do, why, where, and a word for the tag."""

from collections.abc import Iterator

from django.urls import reverse

from pentameter.bulletins.editing import api as editing
from pentameter.kernel.actor import Actor
from pentameter.look import words

Ask = tuple[str, str, str, str]


def of_readers(actor: Actor) -> Iterator[Ask]:
    """Bulletins that wait for a second reader, of those that this person did not send."""
    if off := editing.taken_off():
        act = f"Decide about {words.plural(off, 'bulletin')} that the check took off the public pages"
        why = "They may say by now who or where somebody protected is."
        yield act, why, f"{reverse('editing:stories')}?state=draft", "today"
    if waiting := editing.waiting_for_a_reader(actor.id):
        act = f"Read {words.plural(waiting, 'bulletin')}"
        why = "What one person wrote another reads before the public does."
        yield act, why, f"{reverse('editing:stories')}?state=reading", "today"
