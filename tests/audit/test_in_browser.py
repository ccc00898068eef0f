"""The auditor's pages in a real browser: axe finds nothing, nothing sticks out, nothing is logged."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import transaction
from playwright.sync_api import Page, Route

from browser.staff import Opened, looked_at
from pentameter.audit.events import Event
from pentameter.audit.services import looked, record, verifying, write_checkpoint
from pentameter.kernel.actor import SYSTEM, Actor
from tests.audit.records import OFFICER, ledger_in
from tests.cast import auditor, durham_constable, garda, in_database, national_analyst

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


@WIDTHS
def test_reading_the_record(opened: Opened, live_server, width: int) -> None:
    page = opened(auditor(), "/audit/record/", width)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="Say for what purpose you read the record.").wait_for()
    looked_at(page, "audit-purpose")
    page.get_by_label("For what purpose do you read the record?").fill("Complaint 12 of 2007: who looked at a report")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Audit record").wait_for()
    looked_at(page, "audit-record")
    page.get_by_role("link", name="Older rows").first.click()
    page.get_by_role("link", name="100", exact=True).click()
    page.get_by_role("heading", name="What the row says").wait_for()
    looked_at(page, "audit-row")
    page.goto(f"{live_server.url}/audit/looks/?subject_id={REPORTS[3]}")
    page.get_by_text(garda().name).wait_for()
    looked_at(page, "audit-looks")


@contextmanager
def held(page: Page) -> Iterator[None]:
    """Its scripts ask for nothing further: what shows progress asks again each second, which a look may outlast."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        if route.request.resource_type in ("xhr", "fetch"):
            waiting.append(route)
        else:
            route.continue_()

    page.route("**/*", hold)
    yield
    for route in waiting:
        route.continue_()
    page.unroute("**/*")


@WIDTHS
def test_verifying(
    opened: Opened,
    width: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(verifying, "STEP", 100)
    page = opened(auditor(), "/audit/", width)
    page.get_by_role("button", name="Verify the record").click()
    page.get_by_text("So far everything holds").wait_for()
    with held(page):
        looked_at(page, "audit-progress")
    page.get_by_text("152 rows up to").wait_for()
    looked_at(page, "audit-verified")


def test_verifying_without_scripts(
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(verifying, "STEP", 100)
    page = opened(auditor(), "/audit/", 390, scripts=False)
    page.get_by_role("button", name="Verify the record").click()
    page.get_by_text("152 rows up to").wait_for()


@WIDTHS
def test_bad_news(opened: Opened, width: int, settings) -> None:
    first = settings.AUDIT_LEDGER.path.read_text("utf-8")
    settings.AUDIT_LEDGER.path.write_text(first.replace('"seq":150', '"seq":149'), "utf-8")
    page = opened(auditor(), "/audit/", width)
    page.get_by_role("button", name="Verify the record").click()
    page.get_by_text("Checkpoint 1 was changed after it was signed.").first.wait_for()
    looked_at(page, "audit-bad-news")
