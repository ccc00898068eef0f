"""The picture as people use it: looked through by axe, by keyboard, without scripts, on a phone, and as a file."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser import BrowserPage, assert_axe_clean, assert_fits
from browser.staff import Opened
from cast import auditor, durham_constable, national_analyst
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.operations import api as operations
from pentameter.picture.forms import Asked
from pentameter.picture.pages.frame import address_of
from pentameter.picture.sections import Section
from pentameter.picture.services import export_picture
from picture import scene

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]

COMPARED = tuple(f"/picture/compare/?kind={kind}" for kind in ("waves", "forces", "periods"))
FORCES = ("/forces/", "/forces/durham/")


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_sticks_out(opened: Opened, width: int) -> None:
    """Every page of the picture, two of a kind side by side, and the pages of forces."""
    of = scene.whole()
    scene.people(of)
    operations.load_published_results(by=SYSTEM)
    page = opened(national_analyst(), "/picture/", width)
    root = page.url.removesuffix("/picture/")
    for address in (*map(address_of, Section), *COMPARED, *FORCES):
        page.goto(root + address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert_fits(page)
        assert_axe_clean(page)
    page.goto(f"{root}/picture/")
    page.get_by_text("Wave, agency, grade").click()
    assert_axe_clean(page)


def test_the_map_s_tables_stay_within_their_card(opened: Opened) -> None:
    scene.whole()
    page = opened(national_analyst(), "/picture/map/")
    card = page.locator(".card.areas").bounding_box()
    assert card is not None
    for table in page.locator(".of-areas").all():
        box = table.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= card["x"] + card["width"] - 12


@pytest.mark.parametrize("address", ["/picture/", "/picture/map/", "/picture/compare/"])
def test_a_print_cuts_nothing_off(opened: Opened, address: str) -> None:
    """A sheet of A4 is 794 pixels wide, and 718 between its margins."""
    scene.a_wave(weeks_ago=20, ends_after=3)
    scene.people(scene.whole())
    operations.load_published_results(by=SYSTEM)
    page = opened(national_analyst(), address, 794)
    page.emulate_media(media="print")
    page.evaluate("document.body.style.width = '718px'")
    for table in page.locator(".card table:visible").all():
        box, card = table.bounding_box(), table.locator("xpath=ancestor::section[1]").bounding_box()
        assert box is not None
        assert card is not None
        assert box["x"] + box["width"] <= card["x"] + card["width"]


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_without_data_are_clean_too(opened: Opened, width: int) -> None:
    """A wave in the future, nobody in it, one force alone, and a reader who may see little."""
    scene.a_wave(weeks_ago=-2, participants=("durham",))
    page = opened(auditor(), "/picture/", width)
    root = page.url.removesuffix("/picture/")
    for address in ("/picture/", "/picture/people/", "/picture/routes/", "/picture/networks/", "/picture/protection/"):
        page.goto(root + address)
        assert_fits(page)
        assert_axe_clean(page)
    page.goto(f"{root}/picture/compare/?kind=forces")
    expect(page.get_by_text("There are no two different forces here.")).to_be_visible()
    assert_axe_clean(page)


def test_an_empty_picture_is_clean_too(opened: Opened) -> None:
    scene.a_wave(participants=())
    page = opened(durham_constable(), "/picture/?theme=piracy")
    expect(page.get_by_text("There is no theme called")).to_be_visible()
    assert_axe_clean(page)


def test_the_map_is_one_key_away(opened: Opened) -> None:
    scene.whole(60)
    page = opened(national_analyst(), "/picture/map/")
    tiles, area_map = page.get_by_role("radio", name="Tiles"), page.get_by_role("radio", name="Map")
    expect(tiles).to_be_checked()
    expect(page.locator(".area-map")).to_be_hidden()
    page.keyboard.press("m")
    expect(area_map).to_be_checked()
    expect(page.locator(".area-map")).to_be_visible()
    page.keyboard.press("m")
    expect(tiles).to_be_checked()
    assert page.evaluate("document.activeElement.value") == "tiles"


def test_letters_that_are_typed_elsewhere_change_no_map(opened: Opened) -> None:
    scene.whole(60)
    page = opened(national_analyst(), "/picture/map/?agency=durham")
    page.get_by_label("Sent by").focus()
    page.keyboard.press("m")
    expect(page.get_by_role("radio", name="Tiles")).to_be_checked()


def test_without_scripts_the_map_and_the_filters_work(opened: Opened) -> None:
    scene.whole(60)
    page = opened(national_analyst(), "/picture/map/", scripts=False)
    page.get_by_role("radio", name="Map").check()
    expect(page.locator(".area-map")).to_be_visible()
    page.get_by_role("link", name="Forced labour", exact=True).click()
    expect(page.get_by_role("heading", name="Reports by force area: Forced labour")).to_be_visible()
    assert "theme=forced_labour" in page.url


def test_an_address_with_the_map_can_be_kept(opened: Opened) -> None:
    scene.whole(60)
    page = opened(national_analyst(), "/picture/map/?view=map")
    expect(page.get_by_role("radio", name="Map")).to_be_checked()


def test_a_tile_opens_its_reports_by_keyboard(opened: Opened) -> None:
    scene.whole()
    page = opened(national_analyst(), "/picture/map/")
    tile = page.locator(".wide-chart a").filter(has_text="DUR").first
    tile.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/?*area=Durham*")


def test_on_a_phone_the_table_is_a_third_way(opened: Opened) -> None:
    scene.whole()
    page = opened(national_analyst(), "/picture/map/", 390)
    expect(page.locator(".area-tables")).to_be_hidden()
    page.get_by_text("Table", exact=True).first.click()
    expect(page.locator(".area-tables")).to_be_visible()
    assert_fits(page)


def test_the_file_opens_from_anywhere(browser_page: BrowserPage, tmp_path: Path) -> None:
    asked = Asked(wave=scene.whole().wave)
    file = tmp_path / "picture.html"
    text = export_picture(asked=asked, by=national_analyst(), at=clock.now(), today=clock.today())
    file.write_text(text, encoding="utf-8")
    for width in (1280, 390):
        page = browser_page(width)
        page.goto(file.as_uri())
        assert_fits(page)
        assert_axe_clean(page)
        assert page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')")
        page.get_by_role("radio", name="Map").check()
        expect(page.locator(".area-map")).to_be_visible()
