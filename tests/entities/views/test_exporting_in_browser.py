"""The pages of interchange in a real browser: axe finds nothing, nothing sticks out, nothing is logged."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page

import cast
from browser import BrowserPage, assert_axe_clean, assert_fits
from entities import linked
from pentameter.kernel.actor import Actor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]


@pytest.fixture
def signed_in(browser_page: BrowserPage, live_server) -> Callable[..., Page]:
    """Opens an address as a person."""

    def opened(person: Actor, address: str, width: int = 1280) -> Page:
        page = browser_page(width)
        client = cast.sign_in(Client(), person)
        cookie = {"name": "staff_session", "value": client.cookies["staff_session"].value, "url": live_server.url}
        page.context.add_cookies([cookie])
        page.goto(live_server.url + address)
        return page

    return opened


def looked_at(page: Page, name: str) -> None:
    """Check the page, and keep its picture where a person asks for it."""
    assert_axe_clean(page)
    assert_fits(page)
    if folder := os.environ.get("SCREENSHOTS"):
        width = page.viewport_size["width"] if page.viewport_size else 0
        page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)


@pytest.mark.parametrize("width", [1280, 390])
def test_an_analyst_exports_and_a_supervisor_may_bring_in(signed_in: Callable[..., Page], width: int) -> None:
    linked.whole()
    page = signed_in(cast.national_analyst(), "/network/export/?kind=person", width)
    looked_at(page, "network-export")
    page.get_by_role("button", name="Export").click()
    looked_at(page, "network-export-errors")
    page.get_by_label("GraphML").check()
    page.get_by_label("For what purpose do you need it?").fill("To brief the wave")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export").click()
    archive = zipfile.ZipFile(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    assert archive.namelist() == ["manifest.json", "network.graphml"]
    page = signed_in(cast.durham_sergeant(), "/intake/", width)
    page.get_by_text("If another tool made the file").click()
    looked_at(page, "intake-other-tools")
