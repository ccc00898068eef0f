"""The network as people use it: a chart to move in, tables for the keyboard, without scripts, on a phone, in print."""

import pytest
from playwright.sync_api import expect

from browser.staff import Opened, looked_at
from cast import cleveland_sergeant, durham_constable, national_analyst
from entities import linked
from pentameter.entities.models import Link

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_sticks_out(opened: Opened, width: int) -> None:
    linked.whole()
    person = linked.mention("person", "durham")
    page = opened(national_analyst(), "/network/", width)
    for address in ("/network/", f"/network/things/{person}/", f"/network/?start={person}", "/network/routes/"):
        page.goto(page.url.partition("/network/")[0] + address)
        page.get_by_text("Filters").first.click()
        looked_at(page, "network")


def test_the_chart_stands_on_the_page_and_its_drawing_in_print(opened: Opened) -> None:
    linked.whole()
    page = opened(durham_constable(), "/network/")
    expect(page.locator(".link-chart canvas").first).to_be_visible()
    expect(page.locator(".drawn svg")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".drawn svg")).to_be_visible()
    expect(page.locator(".link-chart canvas").first).to_be_hidden()


def test_a_thing_that_has_the_keyboard_is_told_beside_the_chart(opened: Opened) -> None:
    linked.whole()
    page = opened(durham_constable(), "/network/")
    page.locator("#things").get_by_role("link", name="Otto Muster", exact=True).focus()
    chosen = page.get_by_role("region", name="The chosen thing")
    expect(chosen.get_by_role("heading")).to_have_text("Otto Muster")
    expect(chosen.get_by_text("uses AA00ABC")).to_be_visible()
    page.keyboard.press("Escape")
    expect(chosen).to_be_hidden()


def test_a_path_is_found_from_row_to_row(opened: Opened) -> None:
    linked.whole()
    page = opened(durham_constable(), "/network/")
    page.get_by_role("link", name="Path from here (Jan Exempel)").click()
    page.get_by_role("link", name="Path to here (AA00ABC)").click()
    expect(page.get_by_role("heading", name="Shortest path from Jan Exempel to AA00ABC")).to_be_visible()
    expect(page.get_by_text("Jan Exempel controls Mira Testova (1 report)")).to_be_visible()


def test_without_scripts_the_tables_are_the_page(opened: Opened) -> None:
    linked.whole()
    page = opened(durham_constable(), "/network/", scripts=False)
    expect(page.locator(".drawn svg")).to_be_visible()
    page.get_by_text("Filters").first.click()
    page.get_by_role("checkbox", name="Controls").check()
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#links tbody tr")).to_have_count(1)
    page.locator("#things").get_by_role("link", name="Jan Exempel", exact=True).click()
    expect(page.get_by_role("heading", name="Jan Exempel", level=1)).to_be_visible()


def test_a_link_is_said_on_the_page_of_a_thing(opened: Opened) -> None:
    linked.whole()
    source, target = linked.mention("person", "cleveland", 1), linked.mention("phone", "cleveland")
    page = opened(cleveland_sergeant(), f"/network/things/{source}/")
    page.get_by_label("Link", exact=True).select_option("controls")
    page.get_by_label("To", exact=True).select_option(label="+44 7700 900417 (phone)")
    page.get_by_label("How you know").fill("He was seen with it.")
    page.get_by_role("button", name="Say it").click()
    expect(page.get_by_text("The link is kept")).to_be_visible()
    expect(page.get_by_text("Otto Muster controls +44 7700 900417", exact=False).first).to_be_visible()
    assert Link.objects.get().source_id == source
    assert target
