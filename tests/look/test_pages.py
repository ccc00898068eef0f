"""Every part of the look in a real browser: axe finds nothing, nothing sticks out, the keyboard reaches everything."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Route, expect

from browser import BrowserPage, assert_axe_clean, assert_fits
from pentameter.look import environment
from tests.look import kitchen
from tests.look.site import serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
WIDTHS = (1280, 390)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    folder = next(path for path in environment.template_folders() if path.parent.name == "look")
    pages = {"/parts": kitchen.page("kitchen.jinja")}
    for door in ("staff", "public"):
        pages[f"/{door}/form"] = kitchen.page("form.jinja", door=door)
        with kitchen.addresses_of(door):
            pages[f"/{door}/error"] = environment.build(folder, door=door).get_template("look/503.jinja").render()
    with serving(pages) as address:
        yield address


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["parts", "staff/form", "public/form", "staff/error", "public/error"])
def test_a_page_is_sound(browser_page: BrowserPage, site: str, path: str, width: int) -> None:
    page = browser_page(width)
    page.goto(f"{site}/{path}")
    assert_axe_clean(page)
    assert_fits(page)


def test_the_menu_opens_at_phone_width(browser_page: BrowserPage, site: str) -> None:
    page = browser_page(390)
    page.goto(f"{site}/parts")
    expect(page.get_by_role("link", name="Intelligence", exact=True)).not_to_be_visible()
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("link", name="Intelligence", exact=True)).to_be_visible()
    assert_axe_clean(page)
    assert_fits(page)


def test_nothing_moves_under_a_thumb_when_the_scripts_arrive(browser_page: BrowserPage, site: str) -> None:
    page = browser_page(390)
    held: list[Route] = []
    page.route("**/look.js", lambda route: held.append(route))  # a method of a list cannot be a handler
    page.goto(f"{site}/parts", wait_until="commit")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_be_visible()
    page.evaluate("document.fonts.ready.then(() => true)")
    before = heading.bounding_box()
    assert not page.locator("body.js-enabled").count()
    expect(page.get_by_role("button", name="Show", exact=True)).not_to_be_visible()
    held[0].continue_()
    expect(page.locator("body.js-enabled")).to_be_attached()
    assert heading.bounding_box() == before


def test_nothing_moves_under_a_thumb_when_the_typeface_arrives(browser_page: BrowserPage, site: str) -> None:
    page = browser_page(390)
    held: list[Route] = []
    page.route("**/*.woff2", lambda route: held.append(route))  # a method of a list cannot be a handler
    page.goto(f"{site}/parts", wait_until="commit")
    expect(page.locator("body.js-enabled")).to_be_attached()
    heading = page.get_by_role("heading", level=1)
    before = heading.bounding_box()
    assert held
    for font in held:
        font.continue_()
    page.wait_for_load_state("load")
    page.evaluate("document.fonts.ready")
    assert heading.bounding_box() == before
    assert_fits(page)


def test_should_the_scripts_stay_away_the_navigation_opens(browser_page: BrowserPage, site: str) -> None:
    page = browser_page(390, expect=("net::ERR_FAILED",))
    page.route("**/look.js", lambda route: route.abort())
    page.goto(f"{site}/parts")
    expect(page.get_by_role("link", name="Intelligence", exact=True)).to_be_visible(timeout=15_000)
    expect(page.get_by_role("button", name="Show", exact=True)).to_be_visible()


def test_without_scripts_the_navigation_and_the_words_are_there(browser_page: BrowserPage, site: str) -> None:
    page = browser_page(390, scripts=False)
    page.goto(f"{site}/parts")
    expect(page.get_by_role("link", name="Intelligence", exact=True)).to_be_visible()
    expect(page.get_by_text("Theme", exact=True).first).to_be_visible()


def test_the_keyboard_reaches_the_skip_link_first_and_then_a_tile(browser_page: BrowserPage, site: str) -> None:
    page = browser_page(1280)
    page.goto(f"{site}/parts")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to main content"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == "/reports?area=DUR":
            return
    pytest.fail("the tile of Durham was not reached")


@pytest.mark.parametrize("width", WIDTHS)
def test_one_drawing_of_each_chart_is_shown(browser_page: BrowserPage, site: str, width: int) -> None:
    page = browser_page(width)
    page.goto(f"{site}/parts")
    shown = page.locator("figure.chart svg:visible").count()
    assert shown == 9  # the map waits behind its chip


def test_the_map_is_one_key_away(browser_page: BrowserPage, site: str) -> None:
    page = browser_page(1280)
    page.goto(f"{site}/parts")
    page.get_by_role("radio", name="Tiles").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("svg.area-map")).to_be_visible()
    expect(page.locator("svg", has_text="GMP").first).not_to_be_visible()
    assert_axe_clean(page)


def test_no_word_of_a_chart_is_small_on_a_phone(browser_page: BrowserPage, site: str) -> None:
    page = browser_page(390)
    page.goto(f"{site}/parts")
    smallest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll('figure.chart svg text')]
            .filter(t => t.getClientRects().length)
            .map(t => parseFloat(t.getAttribute('font-size')) * t.getScreenCTM().a))"""
    )
    assert smallest >= 9.5


def test_a_print_fits_its_paper(browser_page: BrowserPage, site: str) -> None:
    page = browser_page(1280)
    page.goto(f"{site}/parts")
    page.emulate_media(media="print")
    expect(page.locator(".nav")).not_to_be_visible()
    expect(page.get_by_text("Handle this print as you would the record.")).to_be_visible()
    assert page.pdf(format="A4")[:5] == b"%PDF-"
