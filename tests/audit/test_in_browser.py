"""The auditor's pages in a real browser: axe finds nothing, nothing sticks out, nothing is logged."""

import os
import uuid
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import Page

from browser import BrowserPage, assert_axe_clean, assert_fits
from pentameter.audit.events import Event
from pentameter.audit.services import looked, record, verifying, write_checkpoint
from pentameter.kernel.actor import SYSTEM, Actor
from tests.audit.records import OFFICER, ledger_in
from tests.cast import auditor, durham_constable, garda, in_database, national_analyst, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]
WIDTHS = pytest.mark.parametrize("width", [1280, 390])
REPORTS = [str(uuid.uuid5(uuid.NAMESPACE_URL, f"report {number}")) for number in range(40)]


@pytest.fixture(autouse=True)
def _week(tmp_path: Path, settings) -> None:
    """A week of looks at reports, by people of three agencies."""
    settings.AUDIT_LEDGER = ledger_in(tmp_path)
    people = [durham_constable(), garda(), national_analyst()]
    for person in people:
        in_database(person)
    with transaction.atomic():
        for number in range(150):
            _look([*people, OFFICER][number % 4 if number % 7 == 0 else number % 3], number)
    write_checkpoint(by=SYSTEM)
    with transaction.atomic():
        _look(durham_constable(), 3)


def _look(person: Actor, number: int) -> None:
    if number % 5 == 0:
        looked(Event.REPORTS_LISTED, by=person, kind="report", ids=REPORTS[number % 20 : number % 20 + 12])
    elif number % 7 == 3:
        purpose = "to prepare the visit of Thursday with the fire service and the Garda liaison officer"
        record(Event.ORIGINAL_READ, by=person, subject=("report", REPORTS[number % 5]), purpose=purpose)
    else:
        record(Event.REPORT_READ, by=person, subject=("report", REPORTS[number % 9]))


def _open(browser_page: BrowserPage, live_server, width: int, address: str, **options: object) -> Page:
    page = browser_page(width, **options)
    client = sign_in(Client(), auditor())
    cookie = {"name": "staff_session", "value": client.cookies["staff_session"].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    page.goto(live_server.url + address)
    return page


def _looked_at(page: Page, name: str) -> None:
    assert_axe_clean(page)
    assert_fits(page)
    if folder := os.environ.get("SCREENSHOTS"):
        width = page.viewport_size["width"] if page.viewport_size else 0
        page.screenshot(path=Path(folder) / f"audit-{name}-{width}.png", full_page=True)


@WIDTHS
def test_reading_the_record(browser_page: BrowserPage, live_server, width: int) -> None:
    page = _open(browser_page, live_server, width, "/audit/record/")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="Say for what purpose you read the record.").wait_for()
    _looked_at(page, "purpose")
    page.get_by_label("For what purpose do you read the record?").fill("Complaint 12 of 2007: who looked at a report")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Audit record").wait_for()
    _looked_at(page, "record")
    page.get_by_role("link", name="Older rows").first.click()
    page.get_by_role("link", name="100", exact=True).click()
    page.get_by_role("heading", name="What the row says").wait_for()
    _looked_at(page, "row")
    page.goto(f"{live_server.url}/audit/looks/?subject_id={REPORTS[3]}")
    page.get_by_text(garda().name).wait_for()
    _looked_at(page, "looks")


@WIDTHS
def test_verifying(
    browser_page: BrowserPage,
    live_server,
    width: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(verifying, "STEP", 100)
    page = _open(browser_page, live_server, width, "/audit/")
    page.get_by_role("button", name="Verify the record").click()
    page.get_by_text("So far everything holds").wait_for()
    _looked_at(page, "progress")
    page.get_by_text("152 rows up to").wait_for()
    _looked_at(page, "verified")


def test_verifying_without_scripts(
    browser_page: BrowserPage,
    live_server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(verifying, "STEP", 100)
    page = _open(browser_page, live_server, 390, "/audit/", scripts=False)
    page.get_by_role("button", name="Verify the record").click()
    page.get_by_text("152 rows up to").wait_for()


@WIDTHS
def test_bad_news(browser_page: BrowserPage, live_server, width: int, settings) -> None:
    first = settings.AUDIT_LEDGER.path.read_text("utf-8")
    settings.AUDIT_LEDGER.path.write_text(first.replace('"seq":150', '"seq":149'), "utf-8")
    page = _open(browser_page, live_server, width, "/audit/")
    page.get_by_role("button", name="Verify the record").click()
    page.get_by_text("Checkpoint 1 was changed after it was signed.").first.wait_for()
    _looked_at(page, "bad-news")
