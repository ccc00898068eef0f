"""The pages of decisions in a real browser, at both widths, and two people at one matter."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from browser import BrowserPage, assert_axe_clean, assert_fits
from browser.staff import enter, looked_at
from cast import caseworker, decision_maker
from decisions import persons
from pentameter.decisions.rules.states import Kind
from pentameter.decisions.services.matters import open_matter
from pentameter.kernel.actor import Actor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]

PAGES: dict[str, tuple[Callable[[], Actor], str]] = {
    "list": (decision_maker, "/decisions/"),
    "served": (decision_maker, "/decisions/?state=served"),
    "new": (decision_maker, "/decisions/new/"),
    "matter": (decision_maker, "/decisions/{removal}/"),
    "open": (decision_maker, "/decisions/{leave}/"),
    "unserved": (decision_maker, "/decisions/{unserved}/"),
    "account": (decision_maker, "/decisions/{removal}/account/"),
    "absence": (decision_maker, "/decisions/{removal}/no-account/"),
    "withdraw": (decision_maker, "/decisions/{removal}/withdraw/"),
    "serve": (decision_maker, "/decisions/{unserved}/serve/"),
    "case": (decision_maker, "/cases/{case}/decisions/"),
    "hers": (caseworker, "/cases/{case}/decisions/"),
    "read": (caseworker, "/decisions/{served}/"),
    "reconsider": (caseworker, "/decisions/{served}/reconsider/"),
    "disclose": (caseworker, "/cases/{case}/decisions/account/"),
    "explain": (caseworker, "/cases/{case}/decisions/no-account/"),
}


def scene() -> dict[str, UUID]:
    """A case with something of everything."""
    case_id = persons.run_out()
    persons.disclosed(case_id)
    made = {"case": case_id, "removal": persons.taken_up(case_id), "served": persons.refused_grounds(case_id)}
    made["leave"] = open_matter(case_id=case_id, kind=Kind.LEAVE, opened_on=None, by=decision_maker())
    made["unserved"] = persons.refused_grounds(persons.run_out(), served=False)
    return made


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_sound(browser_page: BrowserPage, live_server: Any, width: int) -> None:
    made = scene()
    for person in (decision_maker, caseworker):
        page = browser_page(width)
        enter(page, live_server.url, person())
        for name, (who, address) in PAGES.items():
            if who is person:
                page.goto(live_server.url + address.format(**made))
                looked_at(page, f"decisions-{name}")


def test_two_people_at_one_matter_and_the_second_sees_both(browser_page: BrowserPage, live_server: Any) -> None:
    made = persons.taken_up(persons.run_out(), Kind.CONCLUSIVE_GROUNDS)
    hers, his = browser_page(1280), browser_page(390, expect=("409",))
    for page, person in ((hers, persons.colleague()), (his, decision_maker())):
        enter(page, live_server.url, person)
        page.goto(f"{live_server.url}/decisions/{made}/")
    hers.get_by_role("button", name="Take it over").click()
    write(hers, "Hers, as she wrote it.")
    write(his, "His, as he wrote it.")
    expect(his.get_by_role("heading", name="Someone changed this matter before you")).to_be_visible()
    assert his.get_by_label("Reasons").input_value() == "His, as he wrote it."
    expect(his.get_by_text("Hers, as she wrote it.")).to_be_visible()
    assert_axe_clean(his)
    assert_fits(his)
    his.get_by_role("button", name="Keep my version and go on later").click()
    expect(his.get_by_role("status")).to_contain_text("What you wrote is kept.")


def write(page: Page, reasons: str) -> None:
    """Write reasons and keep them."""
    page.get_by_label("Reasons").fill(reasons)
    page.get_by_role("button", name="Keep what is written and go on later").click()
