"""The staff door in a browser: a person of the cast is signed in, without passing the sign-in page."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from browser import BrowserPage, assert_axe_clean, assert_fits

if TYPE_CHECKING:
    from pentameter.kernel.actor import Actor

Opened = Callable[..., Page]


def enter(page: Page, site: str, person: "Actor") -> None:
    """Let the browser be signed in as the person at an address like `live_server.url`."""
    from cast import sign_in

    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": sign_in(Client(), person).cookies[name].value, "url": site}])


@pytest.fixture
def opened(browser_page: BrowserPage, live_server: Any) -> Opened:
    """Opens an address as a person: `opened(person, "/network/", 390)`; what else is said goes to `browser_page`."""

    def open_as(person: "Actor", address: str = "/", width: int = 1280, **options: Any) -> Page:
        page = browser_page(width, **options)
        enter(page, live_server.url, person)
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
