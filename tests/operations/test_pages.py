"""The pages of operations in a real browser, at both widths, with the keyboard, and without scripts."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from browser import BrowserPage, assert_axe_clean, assert_fits
from browser.staff import enter
from cast import durham_constable, national_analyst
from operations.views.scene import Scene, running
from pentameter.kernel.actor import SYSTEM
from pentameter.operations import api
from pentameter.operations.models import Return

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]

PAGES: dict[str, Callable[[Scene], str]] = {
    "home": lambda scene: "/",
    "operations": lambda scene: "/operations/",
    "operation": lambda scene: "/operations/pentameter-demo/",
    "published": lambda scene: "/operations/pentameter-published/published/",
    "wave": lambda scene: scene.at(),
    "agency": lambda scene: scene.at("agencies/durham/"),
    "edit wave": lambda scene: scene.at("edit/"),
    "add agency": lambda scene: scene.at("agencies/add/"),
    "change part": lambda scene: scene.at("agencies/durham/change/"),
    "end part": lambda scene: scene.at("agencies/durham/end/"),
    "new operation": lambda scene: "/operations/new/",
    "new wave": lambda scene: "/operations/pentameter-demo/waves/new/",
}


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_sound(browser_page: BrowserPage, live_server: Any, width: int) -> None:
    scene = running()
    api.load_published_results(by=SYSTEM)
    page = browser_page(width)
    enter(page, live_server.url, national_analyst())
    for address in PAGES.values():
        page.goto(live_server.url + address(scene))
        assert_axe_clean(page)
        assert_fits(page)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_nil_return_is_filed(browser_page: BrowserPage, live_server: Any, scripts: bool) -> None:
    scene = running()
    page = browser_page(390, scripts=scripts)
    enter(page, live_server.url, durham_constable())
    page.goto(live_server.url)
    page.get_by_role("link", name="File your return for the week of").click()
    expect(page.get_by_label("Arrests")).to_be_visible()
    page.get_by_label("We looked and found nothing").check()
    assert not page.get_by_label("Arrests").is_visible(), "no finds are asked for where nothing was found"
    page.get_by_label("Hours of work").fill("12.5")
    if scripts:
        assert_axe_clean(page)
        assert_fits(page)
    page.get_by_role("button", name="File the return").click()
    assert page.get_by_role("status").inner_text().startswith("Filed for the week of")
    filed = Return.objects.get(agency_id="durham", week=scene.weeks[1])
    assert (filed.looked, str(filed.hours)) == ("nil", "12.5")


def test_an_answer_that_contradicts_itself_is_shown_whole(browser_page: BrowserPage, live_server: Any) -> None:
    scene = running()
    page = browser_page(390)
    enter(page, live_server.url, durham_constable())
    page.goto(live_server.url + scene.at("return/"))
    page.get_by_label("We looked and found something").check()
    page.get_by_label("Arrests").fill("3")
    page.get_by_label("We looked and found nothing").check()
    page.get_by_role("button", name="File the return").click()
    assert "A nil return says that nothing was found" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("Arrests").input_value() == "3", "what contradicts is in sight"
    assert_axe_clean(page)
    page.get_by_label("Arrests").fill("0")
    page.get_by_role("button", name="File the return").click()
    assert Return.objects.filter(agency_id="durham", week=scene.weeks[1], looked="nil").count() == 1


def test_two_people_change_one_wave_and_the_second_sees_both(browser_page: BrowserPage, live_server: Any) -> None:
    scene = running()
    first, second = browser_page(1280), browser_page(390, expect=("409",))
    for page in (first, second):
        enter(page, live_server.url, national_analyst())
        page.goto(live_server.url + scene.at("edit/"))
    first.get_by_label("Name").fill("Hers")
    first.get_by_role("button", name="Save").click()
    second.get_by_label("Name").fill("His")
    second.get_by_label("Note").fill("Two months longer.")
    second.get_by_role("button", name="Save").click()
    assert second.get_by_role("heading", level=1).inner_text() == "Someone changed this wave before you"
    assert second.get_by_label("Name").input_value() == "His"
    assert second.get_by_label("Note").input_value() == "Two months longer."
    assert_axe_clean(second)
    assert_fits(second)
    second.get_by_role("button", name="Save my version").click()
    wave = api.wave(scene.wave)
    assert wave is not None
    assert (wave.name, wave.note, wave.version) == ("His", "Two months longer.", 3)
