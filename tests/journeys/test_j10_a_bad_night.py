"""J10, a bad night: the server is killed during an import, the disk fills, the database goes away and comes back."""

import re
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Error, Page, expect

from browser.staff import looked_at
from intelligence import ground
from journeys.conftest import Doors

pytestmark = [pytest.mark.browser, pytest.mark.installation, pytest.mark.xdist_group("browser")]

GOOD, ROWS = 20, 2_520
AWAY = "Pentameter is not available at the moment"
NOT_CLEAR = "treat every person as protected: remove nobody, and clear no list"
LOGGED = ("status of 503",)


def test_a_bad_night(doors: Doors, signed_in: Callable[..., Page], tmp_path: Path) -> None:
    officer = signed_in("durham.constable", expect=LOGGED)
    removals = signed_in("removals.officer", expect=LOGGED)
    listed = a_list_that_is_clear(removals, doors)

    file = tmp_path / "the-night.csv"
    file.write_bytes(ground.csv_of(a_row(number) for number in range(ROWS)))
    send(officer, doors, file)
    until(lambda: 0 < taken_in(doors) < ROWS)  # the worker may have other things to do first
    doors.killed()
    until(lambda: taken_in(doors) == ROWS)
    address = officer.url
    until(lambda: _shows(officer, address, f"all {ROWS:,} rows accounted for."))
    expect(officer.get_by_text(f"{GOOD} accepted, {ROWS - GOOD:,} in quarantine, 0 here already:")).to_be_visible()
    looked_at(officer, "j10-after-the-kill")

    other = tmp_path / "not-acknowledged.csv"
    other.write_bytes(ground.csv_of([ground.bad(1, report_ref="J10-other")]))
    officer.goto(f"{doors.staff}/intake/")
    officer.get_by_label("File").set_input_files(other)
    with doors.disk_full():
        officer.get_by_role("button", name="Send the file").click()
        expect(officer.get_by_role("heading", level=1)).to_have_text(AWAY, timeout=60_000)
        looked_at(officer, "j10-disk-full")
        if not doors.installed.database:  # the disk of a PostgreSQL server is another
            is_not_cleared(removals, listed)
    goes_on(officer, doors, file)
    is_clear_again(removals, listed)

    with doors.database_away():
        is_not_cleared(removals, listed)
        looked_at(removals, "j10-away")
    goes_on(officer, doors, file)
    is_clear_again(removals, listed)
    whole = doors.installed.call("audit", "verify")
    assert whole.returncode == 0, whole.stdout + whole.stderr


def a_row(number: int) -> dict[str, str]:
    """The first rows are good; the others have no date that exists, so that the other stories find what they seek."""
    row = ground.good if number < GOOD else ground.bad
    return row(number, report_ref=f"J10-{number}")


def a_list_that_is_clear(page: Page, doors: Doors) -> str:
    """One name, which is nobody's: its address once it was checked."""
    page.goto(f"{doors.staff}/screening/")
    page.get_by_label("Name", exact=True).fill("Bartholomew Midnight")
    page.get_by_label("Date of birth (optional)").fill("1951-02-03")
    page.get_by_role("button", name="Check the name").click()
    expect(page.get_by_role("heading", name="This list is clear")).to_be_visible(timeout=300_000)
    return page.url


def is_not_cleared(page: Page, address: str) -> None:
    """What cannot be asked is not clear, and the page says so."""
    answer = page.goto(address, timeout=90_000)
    assert answer is not None
    assert answer.status == 503
    assert answer.headers["retry-after"]
    expect(page.get_by_role("heading", level=1)).to_have_text(AWAY)
    expect(page.get_by_text(NOT_CLEAR)).to_be_visible()
    assert "is clear" not in page.locator("main").inner_text()


def is_clear_again(page: Page, address: str) -> None:
    """Once the system is sure of itself."""
    until(lambda: _shows(page, address, "This list is clear"))


def goes_on(page: Page, doors: Doors, file: Path) -> None:
    """By itself; and what was sent before is there once."""
    until(lambda: _shows(page, f"{doors.staff}/intake/", "Send"))
    send(page, doors, file)
    expect(page.get_by_role("heading", name="This file is here already")).to_be_visible()
    expect(page.get_by_text("Nothing was added.")).to_be_visible()


def _shows(page: Page, address: str, words: str) -> bool:
    try:
        answer = page.goto(address, timeout=90_000)
    except Error:  # a door that was killed is not open again yet
        return False
    return answer is not None and answer.ok and words in page.locator("main").inner_text()


def send(page: Page, doors: Doors, file: Path) -> None:
    """Send a file on the intake page."""
    page.goto(f"{doors.staff}/intake/")
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Send the file").click()
    page.wait_for_url(re.compile("/intake/files/"))


def taken_in(doors: Doors) -> int:
    """How many rows of the newest file are accounted for, as the database has it."""
    asked = "SELECT rows_read FROM intelligence_intakefile ORDER BY received_at DESC LIMIT 1"
    if doors.installed.database:
        with psycopg.connect(doors.installed.database) as server:
            row = server.execute(asked).fetchone()
    else:
        with sqlite3.connect(doors.installed.data / "staff.sqlite3") as database:
            row = database.execute(asked).fetchone()
    return int(row[0]) if row else 0


def until(true: Callable[[], bool], seconds: float = 300) -> None:
    """Wait, but not for ever."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
