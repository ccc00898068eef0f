"""The pages of cases in a real browser, at both widths: axe finds nothing, nothing sticks out."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from browser import BrowserPage
from browser.staff import enter, looked_at
from cast import caseworker, cleveland_sergeant, duty_desk, in_database
from pentameter.kernel.actor import Actor
from pentameter.victims.rules.cases import Age
from pentameter.victims.services.changes import close_case
from victims.ground import many, rescued, worked_with

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]
PARTS = (
    "identity/",
    "practical/",
    "close/",
    "timeline/",
    "people/",
    "registered/",
    "whereabouts/",
    "whereabouts/change/",
)
Entered = Callable[..., Any]


@pytest.fixture
def entered(browser_page: BrowserPage, live_server: Any) -> Entered:
    """A page in which a person of the cast is signed in."""

    def page_of(who: Actor, width: int, **more: Any) -> Any:
        page = browser_page(width, **more)
        enter(page, live_server.url, who)
        return page

    return page_of


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_sound(entered: Entered, live_server: Any, width: int) -> None:
    done, child = worked_with(), rescued(age=Age.MAYBE_CHILD)
    many(6)
    close_case(case_id=child.case_id, reason="moved", by=duty_desk())
    in_database(cleveland_sergeant())
    page = entered(caseworker(), width)
    for part in ("", *PARTS):
        page.goto(f"{live_server.url}/cases/{done.case_id}/{part}")
        looked_at(page, f"case-{part.replace('/', '-') or 'record'}")
    page.goto(f"{live_server.url}/cases/break-glass/")
    looked_at(page, "case-glass")
    desk = entered(duty_desk(), width)
    hers = f"/cases/{child.case_id}/"
    addresses = {"list": "/cases/?state=all", "none": "/cases/?words=!!", "closed": hers, "reopen": f"{hers}reopen/"}
    for name, address in {**addresses, "home": "/"}.items():
        desk.goto(live_server.url + address)
        looked_at(desk, f"desk-{name}")


def test_two_people_change_one_case_and_the_second_sees_both(entered: Entered, live_server: Any) -> None:
    done = worked_with()
    first, second = entered(duty_desk(), 1280), entered(caseworker(), 390, expect=("409",))
    for page in (first, second):
        page.goto(f"{live_server.url}/cases/{done.case_id}/identity/")
    first.get_by_label("Surname").fill("Hers")
    first.get_by_role("button", name="Save").click()
    second.get_by_label("Surname").fill("His")
    second.get_by_label("Nationality").fill("not sure yet")
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_role("heading", name="Someone changed this case before you")).to_be_visible()
    assert second.get_by_label("Surname").input_value() == "His"
    assert second.get_by_label("Nationality").input_value() == "not sure yet"
    looked_at(second, "case-conflict")
    second.get_by_role("button", name="Save my version").click()
    assert second.get_by_role("status").inner_text() == "Saved."
