"""The pages of entities in a real browser: at both widths, by keyboard alone, without scripts, printed."""

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import cast
from browser import BrowserPage
from browser.staff import enter, looked_at
from cast import national_analyst
from entities.ground import DIFFERENT, SAME, judged
from entities.scene import Scene, proposed, scene, told
from pentameter.entities.models import Judgement

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]

LONG = {
    "person1_name": "Maria da Conceição dos Santos Oliveira Albuquerque-Vasconcelos",
    "person1_dob": "1986-04-17",
    "person1_document": "XK 0099887766",
    "person2_name": "Man called “Toni”, forties",
    "phone1": "07700 900417",
    "vehicle_registration": "NK07 ABC",
    "premises_address": "Flat 12, The Old Rope Works, Example Street",
    "handling_code": "C",
    "handling_recipients": "national-centre",
    "handling_conditions": "Speak to us before you act on it, at any hour, and tell nobody outside your team.",
    "malicious": "yes",
}


def busy() -> tuple[Scene, dict[str, str]]:
    """A queue with several pairs, a thing of three mentions, a contradiction and an interest."""
    here = scene()
    analyst = national_analyst()
    third = told(here.wave, 3, {"person1_name": "E. Testova", "person1_sex": "female"}, by=cast.durham_sergeant())
    fourth = told(here.wave, 4, LONG, by=cast.garda())
    long = proposed(third, fourth, impact=2.0)
    judged(here.hers, third, SAME, reason="The same tattoo is described in both.", by=analyst)
    judged(third, here.theirs, SAME, by=analyst)
    undoable = judged(here.hers, here.theirs, DIFFERENT, reason="Another date of birth.", by=analyst)
    pages = {
        "queue": "/queue/",
        "pair": here.at(),
        "pair-long": f"/queue/{long}/",
        "second": f"/queue/{long}/second/",
        "undo": f"/judgements/{undoable}/undo/",
        "things": "/things/",
        "by-reference": "/things/?reference=gar-00004",
        "thing": f"/things/{here.hers}/",
        "contradictions": "/queue/contradictions/",
    }
    return here, pages


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_sound(browser_page: BrowserPage, live_server: Any, width: int) -> None:
    here, pages = busy()
    page = browser_page(width)
    enter(page, live_server.url, national_analyst())
    for name, address in pages.items():
        page.goto(live_server.url + address)
        looked_at(page, f"entities-{name}")
    page = browser_page(width)
    enter(page, live_server.url, cast.cleveland_sergeant())
    for name, address in {"interests": "/interests/", "hers": f"/things/{here.hers}/", "none": "/queue/"}.items():
        page.goto(live_server.url + address)
        looked_at(page, f"entities-{name}")


def working(browser_page: BrowserPage, live_server: Any, width: int = 1280, **options: Any) -> tuple[Scene, Page]:
    """An analyst with a batch of three pairs, at the first."""
    here = scene()
    for number in (3, 4):
        other = told(here.wave, number, {"person1_name": f"E. {number}"}, by=cast.cleveland_sergeant())
        proposed(here.hers, other, impact=float(number))
    page = browser_page(width, **options)
    enter(page, live_server.url, national_analyst())
    page.goto(live_server.url + "/queue/")
    page.get_by_role("button", name="Take a batch and begin").click()
    expect(page.get_by_text("1 of 3 in your batch")).to_be_visible()
    return here, page


def press(page: Page, key: str) -> None:
    """Press a key once the page listens."""
    page.locator("[data-keys][data-ready]").wait_for()
    page.keyboard.press(key)


def test_three_pairs_by_keys_alone(browser_page: BrowserPage, live_server: Any) -> None:
    here, page = working(browser_page, live_server)
    first = page.url
    press(page, "s")
    expect(page.get_by_role("status")).to_contain_text("Judged: same.")
    press(page, "n")
    expect(page.get_by_text("2 of 2 in your batch")).to_be_visible()
    press(page, "u")
    expect(page.get_by_role("status")).to_contain_text("Judged: not sure.")
    press(page, "z")
    expect(page.get_by_role("status")).to_contain_text("Undone. The pair waits again.")
    expect(page.get_by_text("2 of 2 in your batch")).to_be_visible()
    press(page, "?")
    expect(page.get_by_text("skip to the next; this one comes again")).to_be_visible()
    press(page, "d")
    expect(page.get_by_role("status")).to_contain_text("Judged: different.")
    assert Judgement.objects.filter(undoing=None).count() == 2
    assert here.at() in first


def test_where_a_reason_is_asked_for_it_is_typed_next_and_enter_sends_it(
    browser_page: BrowserPage, live_server: Any
) -> None:
    here, page = working(browser_page, live_server)
    same = {"person1_name": "Elira Testova", "person1_dob": "1986", "person1_sex": "female", "phone1": "07700 900417"}
    strong = proposed(here.hers, told(here.wave, 9, same, by=cast.durham_sergeant()), impact=50.0)
    page.goto(f"{live_server.url}/queue/{strong}/")
    press(page, "d")
    expect(page.get_by_label("Reason")).to_be_focused()
    page.keyboard.type("Sisters, says the school")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Judged: different.")
    assert Judgement.objects.get().finding == "different"


def test_keys_do_nothing_in_a_field_and_none_once_they_are_off(browser_page: BrowserPage, live_server: Any) -> None:
    _, page = working(browser_page, live_server)
    page.get_by_label("Reason").press_sequentially("suds")
    expect(page.get_by_label("Reason")).to_have_value("suds")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    expect(page.get_by_label("Reason")).to_have_value("suds")
    page.locator("#keys > summary").click()
    page.get_by_role("button", name="Keys are on").click()
    page.keyboard.press("Tab")
    press(page, "s")
    expect(page.get_by_role("button", name="Keys are off")).to_be_visible()
    assert not Judgement.objects.exists()
    page.reload()
    press(page, "u")
    expect(page.get_by_text("1 of 3 in your batch")).to_be_visible()
    assert not Judgement.objects.exists()


def test_without_scripts_buttons_do_the_same(browser_page: BrowserPage, live_server: Any) -> None:
    _, page = working(browser_page, live_server, 390, scripts=False)
    page.get_by_role("button", name="Same").click()
    expect(page.get_by_role("status")).to_contain_text("Judged: same.")
    page.get_by_role("link", name="Skip N").click()
    expect(page.get_by_text("2 of 2 in your batch")).to_be_visible()
    page.get_by_role("button", name="Undo “same”").click()
    expect(page.get_by_role("status")).to_contain_text("Undone.")
    assert not Judgement.objects.filter(undoing=None).exists()


def test_a_print_keeps_the_handling_and_leaves_the_buttons(browser_page: BrowserPage, live_server: Any) -> None:
    _, page = working(browser_page, live_server)
    page.emulate_media(media="print")
    expect(page.get_by_text("Call us.")).to_be_visible()
    expect(page.get_by_role("heading", name="Your answer")).to_be_hidden()
    expect(page.get_by_text("Handle this print as you would the record.")).to_be_visible()
    if folder := os.environ.get("SCREENSHOTS"):
        page.screenshot(path=Path(folder) / "entities-pair-print.png", full_page=True)
