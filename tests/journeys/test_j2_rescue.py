"""J2, the rescue: four fields on a phone at night; a hold at once; support is asked and accepts; where she is, sealed.

On a live server of the test, so that it runs on both databases.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.staff import Opened, looked_at
from cast import caseworker, durham_constable, duty_desk, in_database, outsider, removals_officer
from operations import stage
from pentameter.kernel import clock
from victims.ground import agencies

pytestmark = [
    pytest.mark.browser,
    pytest.mark.journey,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]
NAME = "Mirela Testova"
TONIGHT = "a room above the bakery, canary-tonight"


def test_a_rescue_at_night(opened: Opened, live_server: Any) -> None:
    agencies()
    for person in (caseworker(), duty_desk(), outsider(), removals_officer()):
        in_database(person)
    wave = stage.wave(clock.today(), None)
    stage.joins(wave, "durham", since=clock.today())
    desk = opened(duty_desk())
    before = rescued(desk)

    officer = opened(durham_constable(), width=390)
    officer.get_by_role("link", name="Register a person").click()
    looked_at(officer, "j2-register")
    register(officer)
    hold = officer.locator(".hold-reference").inner_text()
    assert re.fullmatch(r"H-[0-9A-Z]{4}-[0-9A-Z]{4}", hold)
    expect(officer.get_by_text("Her period can end at the earliest on")).to_be_visible()
    expect(officer.locator(".hold-day")).to_have_text(re.compile(r"\d{1,2} \w+ \d{4}"))
    expect(officer.get_by_text("Duty desk alerted.")).to_be_visible()
    expect(officer.get_by_text("Northern Support was asked to support her")).to_be_visible()
    expect(officer.get_by_text(TONIGHT)).to_have_count(0)
    looked_at(officer, "j2-registered")
    record = re.sub(r"registered/$", "", officer.url)

    desk.reload()
    assert rescued(desk) == before + 1
    expect(desk.get_by_role("link", name="Find support for 1 person")).to_be_visible()
    desk.get_by_role("link", name="Find support for 1 person").click()
    expect(desk.get_by_role("link", name=hold)).to_be_visible()
    looked_at(desk, "j2-cases")

    helper = opened(caseworker())
    accept(helper, live_server.url, hold)
    helper.get_by_role("link", name="Open her case").click()
    expect(helper.get_by_role("heading", level=1)).to_contain_text(NAME)
    expect(helper.get_by_text("Supported by Northern Support")).to_be_visible()
    looked_at(helper, "j2-record")
    open_where_she_is(helper)
    looked_at(helper, "j2-whereabouts")

    officer.goto(record)
    expect(officer.get_by_text("Only who works with her can open it")).to_be_visible()
    looked_at(officer, "j2-record")
    assert TONIGHT not in officer.content()
    for person, status in ((outsider(), 404), (removals_officer(), 403)):
        other = opened(person, expect=("404", "403"))
        for address in (record, f"{record}timeline/", f"{record}people/"):
            answer = other.goto(address)
            assert answer is not None
            assert answer.status == status
            assert not any(word in other.content() for word in (NAME, TONIGHT, hold))
    desk.goto(f"{record}timeline/")
    expect(desk.get_by_text("An organisation was asked to support her.")).to_be_visible()
    looked_at(desk, "j2-timeline")


def register(page: Page) -> None:
    """Four fields and a language."""
    page.get_by_label("What is she called?").fill(NAME)
    page.get_by_label("18 or over").check()
    page.get_by_label("Where is she tonight?").fill(TONIGHT)
    page.get_by_label("Yes, she agrees").check()
    page.get_by_label("Interpreter's language").select_option(label="Romanian or Moldovan")
    page.get_by_role("button", name="Register and protect her").click()
    page.wait_for_url(re.compile("/registered/$"))


def accept(page: Page, live: str, hold: str) -> None:
    """The organisation that was asked sees what it was sent, and accepts."""
    page.goto(f"{live}/referrals/")
    page.get_by_role("link", name=hold).click()
    expect(page.get_by_text("Romanian or Moldovan")).to_be_visible()
    assert NAME not in page.content()
    looked_at(page, "j2-referral")
    page.get_by_role("button", name="Accept", exact=True).click()


def open_where_she_is(page: Page) -> None:
    """Who works with her opens it for a stated purpose."""
    page.get_by_role("link", name="Open", exact=True).click()
    page.get_by_label("For what purpose do you need it?").fill("to visit her with a doctor")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_text(TONIGHT)).to_be_visible()
    expect(page.get_by_text("Opened for this purpose: to visit her with a doctor")).to_be_visible()


def rescued(page: Page) -> int:
    """The live count on the first page."""
    row = page.locator("tr", has=page.get_by_role("rowheader", name=re.compile("Demo wave")))
    return int(row.get_by_role("cell").first.inner_text().replace(",", ""))
