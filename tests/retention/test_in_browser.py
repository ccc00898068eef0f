"""The pages of retention in a real browser: read and done by keyboard, on a desk and on a phone."""

import pytest
from playwright.sync_api import expect

from browser.staff import Opened, looked_at
from cast import caseworker, durham_constable, durham_sergeant, duty_desk, in_database
from retention.ground import old_report
from retention.services.test_handovers import SOUTH, southern
from victims.ground import supported

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]
WIDTHS = pytest.mark.parametrize("width", [1280, 390])


@WIDTHS
def test_a_report_is_reviewed_and_goes(opened: Opened, width: int) -> None:
    item = old_report()
    page = opened(durham_sergeant(), "/retention/", width)
    looked_at(page, "retention-due")
    page.get_by_role("link", name="How long").click()
    looked_at(page, "retention-periods")
    page.goto(page.url.replace("/retention/periods/", f"/retention/reports/{item}/"))
    looked_at(page, "retention-item")
    page.get_by_role("button", name="Propose").press("Enter")
    expect(page.get_by_role("link", name="Choose why.")).to_be_visible()
    looked_at(page, "retention-item-wrong")
    page.get_by_label("It was kept for as long as it may be").press("Space")
    page.get_by_role("button", name="Propose").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Proposed.")
    second = opened(durham_constable(), f"/retention/reports/{item}/", width)
    looked_at(second, "retention-second")
    second.get_by_role("button", name="Confirm and dispose").press("Enter")
    expect(second.get_by_role("status")).to_contain_text("Disposed of.")


@WIDTHS
def test_an_agency_leaves_and_she_is_given_what_is_held(opened: Opened, width: int) -> None:
    case_id = supported().case_id
    in_database(duty_desk())
    southern()
    page = opened(caseworker(), "/retention/agencies/", width)
    page.get_by_label("Which agency takes over?").select_option(SOUTH)
    page.get_by_label("Why does your agency leave?").fill("It closes.")
    page.get_by_role("button", name="Propose").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Proposed.")
    looked_at(page, "retention-agencies")
    page.goto(page.url.replace("/retention/agencies/", f"/retention/access/{case_id}/"))
    looked_at(page, "retention-access")
    page.get_by_label("She herself, whom her caseworker knows").press("Space")
    page.get_by_role("button", name="Ask for it").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Asked.")
