"""Where comments appear by themselves, to try a name tells nothing: it waits whether she is protected or not."""

import pytest

from bulletins import moderating, people
from bulletins.editing.ground import WORDS, published
from decisions.ground import protected, stage
from pentameter.bulletins.comments.models import Standing
from pentameter.bulletins.comments.queries.own import own_page
from pentameter.bulletins.moderation.queries.said_before import says_nothing_new
from pentameter.kernel import clock
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


@pytest.mark.parametrize(
    ("text", "nothing_new"),
    [
        ("In October the second wave began.", True),
        ("IN OCTOBER, 2007", True),
        ("Zorana began in October", False),
        ("zorana", False),
        ("z o r a n a", False),
        ("Octoberzorana", False),
        ("0ctober", False),
        ("07700900417", False),
    ],
)
def test_whose_words_are_public(text: str, nothing_new: bool) -> None:
    published(WORDS)
    assert says_nothing_new(text) is nothing_new


def test_a_protected_name_and_another_one_wait_alike() -> None:
    stage()
    protected()
    people.article(checked_first=False)
    published(WORDS)
    known = people.known(people.reader())
    plain = people.comment(known, "It began in October.")
    tried = [people.comment(known, f"It began in October, {name}.") for name in ("Zorana Testova", "Wilma Nobody")]
    moderating.beat()
    assert Standing.objects.filter(pk=plain.pk, state="published").exists()
    assert not Standing.objects.filter(pk__in=[one.pk for one in tried]).exists()
    told = {one.id: one.state for one in own_page(known.pk, now=clock.now()).comments}
    assert told[tried[0].pk] == told[tried[1].pk]
