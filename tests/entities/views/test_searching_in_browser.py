"""Searching in a real browser: by keyboard, at both widths, in print, with scripts off."""

import os
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

import cast
from browser import BrowserPage, assert_axe_clean, assert_fits
from entities.looking import PURPOSE, joined, mentions, references, told
from intelligence import ground

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SHOTS = os.environ.get("SCREENSHOTS", "")
LONG = (
    "A woman of about thirty, who called herself Mira, told a nurse that the man who met her at the coach station "
    "keeps her passport and what she earns, and that two others live in the house. She did not want to say more."
)


@pytest.fixture
def stage(transactional_db: None) -> None:
    """Reports of two agencies that mention one person in three ways, and a page of others."""
    wave_id = ground.wave()
    told(wave_id, 1, **{**ground.full(1), "text": LONG, "force_area": "Durham", "malicious": "yes"})
    told(wave_id, 2, person1_name="TESTOVA Mira Aleksandra Wilhelmina", text="Seen again.", theme="forced_labour")
    told(wave_id, 3, person1_name="Мира Тестова", phone1="07700 900412", text="Мира again.", by=cast.garda())
    told(wave_id, 4, person1_name="Myra Testowa", vehicle_registration="07-D-12345", text="A car.", by=cast.garda())
    known = references()
    joined(*mentions([known["DUR-00001"], known["DUR-00002"]]))
    for number in range(10, 24):
        told(wave_id, number, person1_name=f"Mira Example {number}", text=f"Mira said so. {LONG}")


def signed_in(page: Page, live_server: object) -> Page:
    """The page, with Cleveland's sergeant signed in."""
    session = cast.sign_in(Client(), cast.cleveland_sergeant()).cookies["staff_session"]
    cookie = {"name": "staff_session", "value": session.value, "url": str(live_server)}
    page.context.add_cookies([cookie])
    return page


def looked_at(page: Page, name: str) -> None:
    """Axe finds nothing and nothing sticks out; a picture is kept where one is wanted."""
    assert_axe_clean(page)
    assert_fits(page)
    if SHOTS:
        width = page.viewport_size["width"] if page.viewport_size else 0
        page.screenshot(path=Path(SHOTS) / f"search-{name}-{width}.png", full_page=True)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_search_from_the_first_letter_to_a_report(
    stage: None, browser_page: BrowserPage, live_server: object, width: int
) -> None:
    page = signed_in(browser_page(width), live_server)
    page.goto(f"{live_server}/search/")
    looked_at(page, "empty")
    page.keyboard.press("/")
    expect(page.get_by_label("What to look for")).to_be_focused()
    page.keyboard.type("Мира тестова")
    page.keyboard.press("Tab")
    page.keyboard.type(PURPOSE)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="3 people and things")).to_be_visible()
    assert "тестова" not in page.url
    assert "%D0" not in page.url
    looked_at(page, "name")
    page.get_by_label("What to look for").fill("mira")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="17 people and things")).to_be_visible()
    looked_at(page, "many")
    page.get_by_role("navigation", name="Pages of people and things").get_by_role("link").click()
    expect(page.get_by_text("People and things 11 to 17")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("People and things 1 to 10")).to_be_visible()
    page.get_by_role("link", name="DUR-00001").first.click()
    expect(page.get_by_role("heading", name="What it says")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_missing_wrong_or_not_there(
    stage: None, browser_page: BrowserPage, live_server: object, width: int
) -> None:
    page = signed_in(browser_page(width), live_server)
    page.goto(f"{live_server}/search/")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    looked_at(page, "wrong")
    page.get_by_label("What to look for").fill("nobody of this name")
    page.get_by_label("For what purpose do you need it?").fill(PURPOSE)
    page.get_by_role("main").get_by_role("button", name="Search").click()
    expect(page.get_by_text("Nothing that you may read answers this")).to_be_visible()
    looked_at(page, "nothing")
    page.goto(f"{live_server}/search/?s=x")
    looked_at(page, "lapsed")


def test_the_box_of_the_header_asks_for_the_purpose_once(
    stage: None, browser_page: BrowserPage, live_server: object
) -> None:
    page = signed_in(browser_page(1280), live_server)
    for first in (True, False):
        page.goto(f"{live_server}/")
        looked_at(page, "home")
        page.keyboard.press("/")
        page.keyboard.type("900417")
        page.keyboard.press("Enter")
        if first:
            expect(page.get_by_label("What to look for")).to_have_value("900417")
            looked_at(page, "purpose")
            page.get_by_label("For what purpose do you need it?").fill(PURPOSE)
            page.get_by_role("main").get_by_role("button", name="Search").click()
        expect(page.get_by_text("part of the phone")).to_be_visible()
    page.get_by_text("Change").click()
    expect(page.get_by_label("For what purpose do you need it?")).to_have_value(PURPOSE)
    page.emulate_media(media="print")
    expect(page.get_by_text(f"Purpose: {PURPOSE}.")).to_be_visible()
    looked_at(page, "print")


def test_without_scripts_it_is_the_same(stage: None, browser_page: BrowserPage, live_server: object) -> None:
    page = signed_in(browser_page(1280, scripts=False), live_server)
    page.goto(f"{live_server}/search/")
    page.get_by_label("What to look for").fill("NK07 ABC")
    page.get_by_label("For what purpose do you need it?").fill(PURPOSE)
    page.get_by_role("main").get_by_role("button", name="Search").click()
    expect(page.get_by_text("the registration")).to_be_visible()
    page.get_by_label("Kind").select_option("vehicle")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="1 person or thing")).to_be_visible()
