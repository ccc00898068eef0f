"""Pages of entities in a real browser, opened by a person who is signed in, and looked at."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page

from browser import BrowserPage, assert_axe_clean, assert_fits
from cast import sign_in
from pentameter.kernel.actor import Actor

Opened = Callable[..., Page]


@pytest.fixture
def opened(browser_page: BrowserPage, live_server) -> Opened:
    """Opens an address as a person: `opened(person, "/network/", 390)`."""

    def open_as(person: Actor, address: str, width: int = 1280, *, scripts: bool = True) -> Page:
        session = sign_in(Client(), person).cookies["staff_session"].value
        page = browser_page(width, scripts=scripts)
        page.context.add_cookies([{"name": "staff_session", "value": session, "url": live_server.url}])
        page.goto(live_server.url + address)
        return page

    return open_as


def looked_at(page: Page, name: str) -> None:
    """Axe finds nothing and nothing sticks out; a picture is kept where one is wanted."""
    assert_axe_clean(page)
    assert_fits(page)
    if folder := os.environ.get("SCREENSHOTS"):
        width = page.viewport_size["width"] if page.viewport_size else 0
        page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
