"""A real browser for tests: pages at a width, a guard over the console and over requests, and axe-core.

A page fails its test if anything is logged as an error or if anything but this machine is asked for. Use:

    def test_home(browser_page, live_server):
        page = browser_page(390)
        page.goto(live_server.url)
        assert_axe_clean(page)
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
QUIET = ("--disable-sync", "--disable-default-apps", "--no-first-run", "--font-render-hinting=none")
AXE = Path(__file__).with_name("axe.min.js")
LOCAL = ("127.0.0.1", "localhost")

# Playwright's loop runs in the test's thread; Django would refuse the database beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

BrowserPage = Callable[..., Page]


def chromium() -> str:
    """Where Chromium is. Without it browser tests are left out, and say so; in CI they fail."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found:
        return found
    sentence = "No Chromium: browser tests did not run. tools/chromium installs it."
    if os.environ.get("CI") == "true":
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *QUIET])
        yield started
        started.close()


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[BrowserPage]:
    """Opens pages: `browser_page(390)`; with `expect=("404",)` where an error is meant to be logged."""
    guards: list[Guard] = []

    def opened(width: int = 1280, *, height: int = 900, expect: tuple[str, ...] = (), scripts: bool = True) -> Page:
        size = {"width": width, "height": height}
        context = browser.new_context(
            viewport=size, java_script_enabled=scripts, locale="en-GB", reduced_motion="reduce"
        )
        page = context.new_page()
        guards.append(Guard(page, expect))
        return page

    yield opened
    found = [fault for guard in guards for fault in guard.close()]
    assert not found, "\n".join(found)


class Guard:
    """Remembers what a page logs as an error, and every request that would leave the machine, which it stops."""

    def __init__(self, page: Page, expect: tuple[str, ...]) -> None:
        self._page, self._expect, self._faults = page, expect, list[str]()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._faults.append(f"script error: {error}"))
        page.on("request", self._request)
        page.context.route(lambda url: not _is_local(url), lambda route: route.abort())

    def close(self) -> list[str]:
        """Close the page's context and tell what went wrong."""
        self._page.context.close()
        return [fault for fault in self._faults if not any(text in fault for text in self._expect)]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._faults.append(f"console {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not _is_local(request.url):
            self._faults.append(f"request left the machine: {request.url}")


def _is_local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob", "about", "file") or parts.hostname in LOCAL


def assert_axe_clean(page: Page) -> None:
    """axe-core finds nothing on the page as it stands, once all of it is there."""
    page.wait_for_load_state()
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    told = [
        f"{v['id']} ({v['impact']}): {v['help']}\n    "
        + "\n    ".join(f"{node['target']} {node['html'][:160]}" for node in v["nodes"][:4])
        for v in found
    ]
    assert not told, "\n".join(told)


def assert_fits(page: Page) -> None:
    """Nothing sticks out of the page to the side, once all of it is there: its style sheets, too."""
    page.wait_for_load_state()
    wide, seen = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= seen, f"the page is {wide} px wide in a window of {seen} px"
