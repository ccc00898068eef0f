"""A pair of the review queue in a real browser, with the drawing of before and after."""

import pytest
from playwright.sync_api import expect

from browser.staff import Opened, looked_at
from cast import cleveland_sergeant, durham_sergeant, national_analyst
from entities.ground import judged
from entities.scene import scene, told

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [1280, 390])
def test_before_and_after_are_drawn_and_said(opened: Opened, width: int) -> None:
    here = scene()
    for number in range(3, 23):
        by = durham_sergeant() if number % 3 else cleveland_sergeant()
        judged(here.hers, told(here.wave, number, {"person1_name": f"E. T. {number}"}, by=by))
    page = opened(national_analyst(), here.at(), width)
    drawing = page.get_by_role(
        "img", name="Now: two things, of 21 mentions and of 1 mention. After “same”: one thing of 22 mentions."
    )
    expect(drawing).to_be_visible()
    assert drawing.locator("circle").count() == 2 * (15 + 1)
    expect(drawing.get_by_text("and 6 more")).to_have_count(2)
    drawing.scroll_into_view_if_needed()
    looked_at(page, "pair")
