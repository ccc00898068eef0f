"""The demo's release is made once, by two invented people, and is published."""

import pytest

from config.demo.test_seeding import registered
from pentameter.config.demo import releasing
from pentameter.kernel import clock
from pentameter.releases.models import Edition
from pentameter.releases.shelf.queries import on_show
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)
__all__ = ["registered"]


def test_it_is_made_once_and_signed_by_a_second_person(registered: int) -> None:
    assert releasing.release_demo(clock.now()) == len(releasing.CHOICES)
    assert releasing.release_demo(clock.now()) == 0
    earlier, row = Edition.objects.order_by("number")
    assert (earlier.state, row.state) == ("replaced", "published")
    for one in (earlier, row):
        assert one.signed_by not in one.writers.values_list("person", flat=True)
    shown = on_show(releasing.SLUG)
    assert shown is not None
    assert shown.content is not None
    assert shown.content.description.changed == releasing.CHANGED
    assert len(shown.content.tables) == len(releasing.CHOICES)


def test_without_the_demo_nothing_is_made() -> None:
    assert releasing.release_demo(clock.now()) == 0
