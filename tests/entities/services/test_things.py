"""Things and interests for pages: each look writes its row, or shows nothing."""

import pytest

from cast import cleveland_sergeant, national_analyst, statistician
from entities.ground import SAME, judged
from entities.scene import Scene, scene
from pentameter.entities.services.things import contradictions_page, interests_page, thing_page, things_page
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Scene:
    """The two reports, judged to be one woman."""
    made = scene()
    judged(made.hers, made.theirs, SAME)
    return made


def test_no_row_no_look(here: Scene) -> None:
    reader = national_analyst()
    for look in (
        lambda: things_page(kind="", number=1, reference="", by=reader),
        lambda: things_page(kind="", number=1, reference="CLE-00001", by=reader),
        lambda: thing_page(mention_id=here.hers, by=reader),
        lambda: interests_page(number=1, withdrawn=False, by=reader),
        lambda: contradictions_page(by=reader),
    ):
        no_row_no_act(look)


def test_whose_role_has_no_part_in_it_sees_nothing(here: Scene) -> None:
    for look in (
        lambda: things_page(kind="", number=1, reference="CLE-00001", by=statistician()),
        lambda: thing_page(mention_id=here.hers, by=statistician()),
        lambda: interests_page(number=1, withdrawn=False, by=statistician()),
        lambda: contradictions_page(by=statistician()),
    ):
        with pytest.raises(Refused):
            look()


def test_the_latest_report_comes_first_and_areas_are_told_once(here: Scene) -> None:
    page = thing_page(mention_id=here.theirs, by=national_analyst())
    assert {one.own_reference for one in page.records} == {"CLE-00001", "GAR-00002"}
    assert page.areas == ("Cleveland",)
    assert page.name == "Testowa Elira"
    assert not thing_page(mention_id=here.hers, by=cleveland_sergeant()).thing.ledger
