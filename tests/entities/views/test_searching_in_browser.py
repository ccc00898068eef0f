"""Searching in a real browser: by keyboard, at both widths, in print, with scripts off."""

import pytest
from playwright.sync_api import expect

import cast
from browser.staff import Opened, looked_at
from entities.looking import PURPOSE, joined, mentions, references, told
from intelligence import ground

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

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


@pytest.mark.parametrize("width", [1280, 390])
def test_a_search_from_the_first_letter_to_a_report(stage: None, opened: Opened, width: int) -> None:
    page = opened(cast.cleveland_sergeant(), "/search/", width)
    looked_at(page, "search-empty")
    page.keyboard.press("/")
    expect(page.get_by_label("What to look for")).to_be_focused()
    page.keyboard.type("Мира тестова")
    page.keyboard.press("Tab")
    page.keyboard.type(PURPOSE)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="3 people and things")).to_be_visible()
    assert "тестова" not in page.url
    assert "%D0" not in page.url
    looked_at(page, "search-name")
    page.get_by_label("What to look for").fill("mira")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="17 people and things")).to_be_visible()
    looked_at(page, "search-many")
    page.get_by_role("navigation", name="Pages of people and things").get_by_role("link").click()
    expect(page.get_by_text("People and things 11 to 17")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("People and things 1 to 10")).to_be_visible()
    page.get_by_role("link", name="DUR-00001").first.click()
    expect(page.get_by_role("heading", name="What it says")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_missing_wrong_or_not_there(stage: None, opened: Opened, width: int) -> None:
    page = opened(cast.cleveland_sergeant(), "/search/", width)
    page.get_by_role("main").get_by_role("button", name="Search").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    looked_at(page, "search-wrong")
    page.get_by_label("What to look for").fill("nobody of this name")
    page.get_by_label("For what purpose do you need it?").fill(PURPOSE)
    page.get_by_role("main").get_by_role("button", name="Search").click()
    expect(page.get_by_text("Nothing that you may read answers this")).to_be_visible()
    looked_at(page, "search-nothing")
    page.goto(page.url.partition("/search/")[0] + "/search/?s=x")
    looked_at(page, "search-lapsed")


def test_the_box_of_the_header_asks_for_the_purpose_once(stage: None, opened: Opened) -> None:
    page = opened(cast.cleveland_sergeant(), "/")
    home = page.url
    for first in (True, False):
        page.goto(home)
        looked_at(page, "search-home")
        page.keyboard.press("/")
        page.keyboard.type("900417")
        page.keyboard.press("Enter")
        if first:
            expect(page.get_by_label("What to look for")).to_have_value("900417")
            looked_at(page, "search-purpose")
            page.get_by_label("For what purpose do you need it?").fill(PURPOSE)
            page.get_by_role("main").get_by_role("button", name="Search").click()
        expect(page.get_by_text("part of the phone")).to_be_visible()
    page.get_by_text("Change").click()
    expect(page.get_by_label("For what purpose do you need it?")).to_have_value(PURPOSE)
    page.emulate_media(media="print")
    expect(page.get_by_text(f"Purpose: {PURPOSE}.")).to_be_visible()
    looked_at(page, "search-print")


def test_without_scripts_it_is_the_same(stage: None, opened: Opened) -> None:
    page = opened(cast.cleveland_sergeant(), "/search/", scripts=False)
    page.get_by_label("What to look for").fill("NK07 ABC")
    page.get_by_label("For what purpose do you need it?").fill(PURPOSE)
    page.get_by_role("main").get_by_role("button", name="Search").click()
    expect(page.get_by_text("the registration")).to_be_visible()
    page.get_by_label("Kind").select_option("vehicle")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="1 person or thing")).to_be_visible()
