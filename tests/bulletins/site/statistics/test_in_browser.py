"""A release in a browser: on paper its tables are whole, also those that the screen folds, and nothing is cut off."""

import pytest
from playwright.sync_api import expect

from browser import BrowserPage, assert_axe_clean, assert_fits
from bulletins.editing.ground import _put
from pentameter.releases.rules.adding_up import Says, added_up, flat
from public_door import BOTH
from releases.scene import DAY, content

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(databases=BOTH, transaction=True),
]
FORCES = [f"Force of the area with number {number}" for number in range(40)]


def test_a_folded_table_is_whole_on_paper(door: str, browser_page: BrowserPage) -> None:
    says = Says("long", "People found by force", "people found", "people", "agencies' returns.", DAY)
    counts = {(name,): 20 + number for number, name in enumerate(FORCES)}
    _put(content(added_up(says, (flat("force", "Force", "All forces", FORCES),), counts)), "published")
    page = browser_page(1280)
    page.goto(f"{door}/statistics/people-found/")
    last = page.get_by_role("table").get_by_text(FORCES[-1], exact=True)
    expect(last).to_be_hidden()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 690, "height": 1000})
    expect(last).to_be_visible()
    expect(page.get_by_role("link", name="Leave this page quickly")).to_be_hidden()
    assert_fits(page)
    assert len(page.pdf(format="A4")) > 10_000


@pytest.mark.parametrize("width", [1280, 390])
def test_an_open_table_fits(door: str, browser_page: BrowserPage, width: int) -> None:
    _put(content(), "published")
    page = browser_page(width)
    page.goto(f"{door}/statistics/people-found/")
    assert_fits(page)
    assert_axe_clean(page)
