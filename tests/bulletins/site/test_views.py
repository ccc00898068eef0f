"""The public door: works without account, cookie or script, and knows nothing of the staff's side."""

import http.client
from http.client import HTTPResponse
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from browser import BrowserPage, assert_axe_clean, assert_fits

PAGES = {
    "/": "Nothing has been released yet",
    "/in-danger/": "So that nobody sees that you were here",
    "/help/": "Worried about someone",
    "/bulletins/": "No bulletin is public yet",
    "/bulletins/archive/": "No bulletin is public yet",
    "/bulletins/search/": "Enter one or more words",
    "/cy/": "Mewn perygl nawr",
    "/ga/bulletins/": "Feasacháin",
    "/statistics/": "Nothing has been released yet",
    "/rules/": "To comment here is a privilege under rules",
    "/accessibility/": "Web Content Accessibility Guidelines",
    "/privacy/": "It sets no cookie",
}


def ask(door: str, path: str, method: str = "GET") -> tuple[HTTPResponse, str]:
    connection = http.client.HTTPConnection(urlsplit(door).netloc, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    return answer, answer.read().decode()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_its_words_and_sets_no_cookie(public_door: str, path: str) -> None:
    answer, page = ask(public_door, path)
    assert answer.status == 200
    assert PAGES[path] in page
    assert answer.getheader("Set-Cookie") is None
    assert "default-src 'none'" in (answer.getheader("Content-Security-Policy") or "")
    assert "noreferrer" in page.partition("quick-exit")[2][:200]


def test_help_names_emergency_numbers_and_no_helpline(public_door: str) -> None:
    page = ask(public_door, "/help/")[1]
    for number in ("<b>999</b>", "<b>112</b>", "<b>101</b>"):
        assert number in page
    assert "none is named" in page


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_only_read(public_door: str, path: str) -> None:
    assert ask(public_door, path, "POST")[0].status in (403, 405)
    assert ask(public_door, path, "HEAD")[0].status == 200


@pytest.mark.parametrize("path", ["/no-such-page/", "/operations/", "/sign-in/", "/people/", "/intake/", "/admin/"])
def test_the_staff_door_is_not_here(public_door: str, path: str) -> None:
    answer, page = ask(public_door, path)
    assert answer.status == 404
    assert "There is no such page" in page
    assert page == ask(public_door, "/another/")[1]


def test_robots_and_health(public_door: str) -> None:
    answer, text = ask(public_door, "/robots.txt")
    assert (answer.status, answer.getheader("Content-Type")) == (200, "text/plain; charset=utf-8")
    assert "User-agent: *" in text
    assert ask(public_door, "/health/")[1] == "ok\n"


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", PAGES)
def test_pages_are_sound_in_a_browser(public_door: str, browser_page: BrowserPage, path: str, width: int) -> None:
    page = browser_page(width)
    page.goto(public_door + path)
    assert_axe_clean(page)
    assert_fits(page)


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_the_way_to_help_works_without_scripts(public_door: str, browser_page: BrowserPage) -> None:
    page = browser_page(390, scripts=False)
    page.goto(public_door)
    page.get_by_role("main").get_by_role("link", name="In danger now").click()
    assert page.get_by_role("heading", level=1).inner_text() == "In danger now"
    expect(page.get_by_role("link", name="Leave this page quickly")).to_be_visible()
