"""The pages of oversight in a real browser: read, reviewed by keyboard, on a desk and on a phone."""

import pytest
from playwright.sync_api import expect

from browser.staff import Opened, looked_at
from cast import auditor, durham_sergeant, duty_desk, in_database
from oversight.ground import looks_at, rescued_by, stage, strangers, watched
from oversight.services.test_reviewing import WHY, broken, drawn_last_week

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]
WIDTHS = pytest.mark.parametrize("width", [1280, 390])


@pytest.fixture(autouse=True)
def _stage() -> None:
    stage()
    in_database(duty_desk())


@WIDTHS
def test_flags_are_reviewed_by_keyboard(opened: Opened, width: int) -> None:
    looks_at(strangers())
    watched()
    page = opened(durham_sergeant(), "/oversight/", width)
    looked_at(page, "oversight-flags")
    page.get_by_role("link", name="Aidan Thornley").press("Enter")
    looked_at(page, "oversight-flag")
    page.get_by_role("button", name="Keep the review").press("Enter")
    expect(page.get_by_role("link", name="Say why.")).to_be_visible()
    looked_at(page, "oversight-flag-wrong")
    page.get_by_label("Explained").press("Space")
    page.get_by_label("Why?").fill(WHY)
    page.get_by_role("button", name="Keep the review").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Reviewed.")
    expect(page.get_by_text("No flag waits for you.")).to_be_visible()
    looked_at(page, "oversight-reviewed")
    page.emulate_media(media="print")
    looked_at(page, "oversight-printed")


@WIDTHS
def test_the_sample_and_broken_glass(opened: Opened, width: int) -> None:
    drawn_last_week(12)
    broken(durham_sergeant())
    looks_at([rescued_by(durham_sergeant())])
    page = opened(auditor(), "/oversight/sample/", width)
    looked_at(page, "oversight-sample")
    page.get_by_role("link", name="Check what Aidan Thornley").first.click()
    looked_at(page, "oversight-sampled")
    page.get_by_role("navigation", name="Oversight").get_by_role("link", name="Broken glass").click()
    looked_at(page, "oversight-glass")
    page.get_by_role("link", name="Review what").click()
    looked_at(page, "oversight-glass-use")
    page = opened(duty_desk(), "/", width)
    looked_at(page, "oversight-today")
    page.goto(page.url + "oversight/home/")
    looked_at(page, "oversight-home")
