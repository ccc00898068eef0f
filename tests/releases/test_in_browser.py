"""Releases in a browser: axe finds nothing, nothing sticks out, and all of it works without scripts."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from browser import BrowserPage, assert_axe_clean, assert_fits
from cast import second_statistician, sign_in, statistician
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.releases.models import Edition
from public_door import BOTH
from releases import scene

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(databases=BOTH, transaction=True),
]
Opened = Callable[..., Page]


@pytest.fixture
def opened(browser_page: BrowserPage, live_server) -> Opened:
    """Opens an address as a person: `opened(person, "/releases/", 390)`."""

    def open_as(person: Actor, address: str, width: int = 1280, *, scripts: bool = True) -> Page:
        session = sign_in(Client(), person).cookies["staff_session"].value
        page = browser_page(width, scripts=scripts)
        page.context.add_cookies([{"name": "staff_session", "value": session, "url": live_server.url}])
        page.goto(live_server.url + address)
        return page

    return open_as


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_sticks_out(opened: Opened, width: int) -> None:
    edition = scene.described(scene.a_wave())
    of = f"/releases/{edition}/"
    page = opened(second_statistician(), "/releases/", width)
    root = page.url.removesuffix("/releases/")
    steps = ("safe/", "words/", "readers/", "sign/", "send-back/", "give-up/", "preview/")
    for address in ("/releases/", "/releases/new/", "/releases/before-its-time/", of, *(of + step for step in steps)):
        page.goto(root + address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert_fits(page)
        assert_axe_clean(page)


def test_two_people_make_a_release_without_scripts(opened: Opened) -> None:
    scene.a_wave()
    page = opened(statistician(), "/releases/new/", 390, scripts=False)
    page.get_by_label("Title").fill("People found")
    page.get_by_label("Address").fill("people-found")
    page.get_by_label("Wave").select_option(index=1)
    page.get_by_label("People found, by nation, force and week (agencies' returns)").check()
    page.get_by_role("button", name="Freeze the figures").click()
    page.get_by_role("link", name="Make the tables safe").click()
    page.get_by_role("button", name="Withhold what is small").click()
    expect(page.get_by_text("the attacker finds nothing")).to_be_visible()
    page.get_by_role("link", name="Describe the release").click()
    for label in ("Summary", "Source", "Method", "Counting rules", "Revisions", "What was withheld"):
        page.get_by_label(label).fill(f"{label} in plain words.")
    page.get_by_role("button", name="Keep the description").click()
    expect(page.get_by_text("You worked on this version. A second person signs it.")).to_be_visible()
    edition = Edition.objects.get()
    second = opened(second_statistician(), f"/releases/{edition.pk}/sign/", scripts=False)
    local = clock.now().astimezone(clock.LONDON)
    second.get_by_label("Time").fill(f"{local:%H:%M}")
    second.get_by_label("I have read the tables").check()
    second.get_by_role("button", name="Sign", exact=True).click()
    expect(second.get_by_text("signed, waits for its time", exact=True).first).to_be_visible()
