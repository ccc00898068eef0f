"""The shell: everyone sees the ways that they may go, and no others."""

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from browser import BrowserPage, assert_axe_clean, assert_fits
from browser.staff import enter
from intelligence import ground
from public_door import BOTH
from tests.cast import (
    EVERYONE,
    administrator,
    auditor,
    cleveland_sergeant,
    durham_constable,
    duty_desk,
    moderator,
    national_analyst,
    removals_officer,
    sign_in,
)

pytestmark = pytest.mark.django_db(databases=BOTH)

GROUPS = ["Cases", "Picture", "Intelligence", "Operations", "Justice"]


@pytest.mark.parametrize("person", EVERYONE)
def test_every_way_that_is_shown_can_be_gone(client: Client, person) -> None:
    ground.wave()
    sign_in(client, person())
    ways = _ways(client)
    assert "/" in ways
    for address in ways:
        assert client.get(address, follow=True).status_code == 200, address


def _ways(client: Client) -> list[str]:
    page = client.get("/").content.decode()
    nav = page.partition('id="main-nav"')[2].partition("</nav>")[0]
    return [part.partition('"')[0] for part in nav.split('href="')[1:]]


@pytest.mark.parametrize(
    ("person", "way", "there"),
    [
        (auditor, "/audit/", True),
        (administrator, "/audit/", True),
        (durham_constable, "/audit/", False),
        (durham_constable, "/people/", False),
        (administrator, "/reports/", False),
    ],
)
def test_ways_follow_the_matrix(client: Client, person, way: str, there: bool) -> None:
    sign_in(client, person())
    assert (way in _ways(client)) is there


def test_one_way_is_where_one_is(client: Client) -> None:
    sign_in(client, moderator())
    page = client.get("/moderation/appeals/").content.decode()
    nav = page.partition('id="main-nav"')[2].partition("</nav>")[0]
    assert nav.count('aria-current="page"') == 1
    assert '<a href="/moderation/appeals/" aria-current="page">' in nav


def test_ways_of_one_group_stand_under_its_name_and_a_group_of_one_is_that_one(client: Client) -> None:
    ground.wave()
    nav = _nav(client, cleveland_sergeant)
    assert [part.partition("<")[0] for part in nav.split("<summary>")[1:]] == GROUPS
    assert 'href="/reports/"' in nav.partition("<summary>Intelligence")[2].partition("</details>")[0]
    assert "<summary>Screening" not in _nav(Client(), removals_officer)


def test_the_group_of_the_page_is_marked(client: Client) -> None:
    ground.wave()
    sign_in(client, cleveland_sergeant())
    page = client.get("/things/").content.decode()
    assert '<details class="ways current" name="main-nav"><summary>Intelligence' in page
    assert '<a href="/things/" aria-current="page">' in page


def _nav(client: Client, person) -> str:
    sign_in(client, person())
    return client.get("/").content.decode().partition('id="main-nav"')[2].partition("</nav>")[0]


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
@pytest.mark.django_db(transaction=True)
class TestInBrowser:
    """On one line from 1,024 px, by keyboard, and on a phone without scripts."""

    @pytest.mark.parametrize("person", [cleveland_sergeant, national_analyst, duty_desk])
    @pytest.mark.parametrize("width", [1024, 1280])
    def test_the_navigation_stays_on_one_line(self, browser_page: BrowserPage, live_server, person, width) -> None:
        page = self._opened(browser_page, live_server, person, width)
        assert page.locator(".nav").bounding_box()["height"] < 70
        assert_fits(page)

    def test_a_group_opens_by_keyboard_and_closes_on_escape(self, browser_page: BrowserPage, live_server) -> None:
        page = self._opened(browser_page, live_server, cleveland_sergeant, 1280)
        summary = page.locator("summary", has_text="Intelligence")
        summary.focus()
        page.keyboard.press("Enter")
        link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Things")
        expect(link).to_be_visible()
        assert_axe_clean(page)
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        expect(link).to_be_hidden()
        expect(summary).to_be_focused()

    def test_on_a_phone_without_scripts_every_way_is_there(self, browser_page: BrowserPage, live_server) -> None:
        page = self._opened(browser_page, live_server, cleveland_sergeant, 390, scripts=False)
        page.locator("summary", has_text="Intelligence").click()
        page.get_by_role("link", name="Things").first.click()
        assert page.url.endswith("/things/")
        assert_fits(page)

    def _opened(self, browser_page: BrowserPage, live_server, person, width: int, *, scripts: bool = True) -> Page:
        ground.wave()
        page = browser_page(width, scripts=scripts)
        enter(page, live_server.url, person())
        page.goto(live_server.url)
        return page
