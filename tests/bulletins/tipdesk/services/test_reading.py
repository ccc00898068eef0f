"""Every look leaves a row; only the desk looks; nothing is shown that nobody has opened."""

from uuid import uuid4

import pytest

import cast
from bulletins.tipdesk.scene import LETTER, opened, state_of, taken
from pentameter.audit.models import Entry as Row
from pentameter.bulletins.tipdesk.services.loading import TipChangedMeanwhile
from pentameter.bulletins.tipdesk.services.reading import open_tip, show_picture, show_tip, show_tips
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)
ANALYST = cast.national_analyst()


def test_nothing_is_shown_before_it_is_opened() -> None:
    tip = taken()
    page = show_tip(tip_id=tip.pk, by=ANALYST)
    assert [one.letter for one in page.parts] == [None]
    with pytest.raises(Refused):
        show_picture(tip_id=tip.pk, part_id=page.parts[0].id, number=1, by=ANALYST)


def test_opened_it_is_shown_and_every_look_is_recorded() -> None:
    tip = opened()
    page = show_tip(tip_id=tip.pk, by=ANALYST)
    assert [one.letter for one in page.parts] == [LETTER]
    assert show_picture(tip_id=tip.pk, part_id=page.parts[0].id, number=2, by=ANALYST) == LETTER.pictures[1]
    events = list(Row.objects.filter(subject_id=str(tip.pk)).order_by("seq").values_list("event", flat=True))
    assert events == ["tip_taken_over", "tip_opened", "tip_read", "tip_picture_read"]


def test_a_picture_that_is_not_there() -> None:
    tip = opened()
    part = tip.parts.get()
    for part_id, number in ((part.pk, 0), (part.pk, 3), (uuid4(), 1)):
        with pytest.raises(Refused):
            show_picture(tip_id=tip.pk, part_id=part_id, number=number, by=ANALYST)


@pytest.mark.parametrize("person", [one for one in cast.EVERYONE if one is not cast.national_analyst])
def test_nobody_else_looks(person) -> None:
    tip = taken()
    for look in (
        lambda: show_tips(by=person()),
        lambda: show_tip(tip_id=tip.pk, by=person()),
        lambda: open_tip(tip_id=tip.pk, version=1, by=person()),
    ):
        with pytest.raises(Refused):
            look()


def test_without_a_second_factor_nothing_is_read() -> None:
    with pytest.raises(Refused, match="second factor"):
        show_tip(tip_id=taken().pk, by=cast.without_second_factor(ANALYST))


def test_opened_on_an_old_page() -> None:
    tip = taken()
    with pytest.raises(TipChangedMeanwhile):
        open_tip(tip_id=tip.pk, version=7, by=ANALYST)
    assert state_of(tip.pk) == "new"


def test_the_list_says_how_each_stands() -> None:
    first, second = taken(), taken()
    opened(first)
    found = show_tips(by=ANALYST)
    assert [(one.id, one.state.value) for one in found.lines] == [(second.pk, "new"), (first.pk, "opened")]


def test_one_that_never_was_and_no_row_no_look() -> None:
    with pytest.raises(Refused):
        show_tip(tip_id=uuid4(), by=ANALYST)
    tip = taken()
    no_row_no_act(lambda: show_tip(tip_id=tip.pk, by=ANALYST))
    no_row_no_act(lambda: open_tip(tip_id=tip.pk, version=1, by=ANALYST))
