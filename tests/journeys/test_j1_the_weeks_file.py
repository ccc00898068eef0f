"""J1, the week's file: forty rows, three of them wrong; all accounted for; sent again, nothing doubles."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.staff import looked_at
from journeys.conftest import Doors

pytestmark = [pytest.mark.browser, pytest.mark.installation, pytest.mark.xdist_group("browser")]


def test_the_weeks_file(doors: Doors, signed_in: Callable[..., Page]) -> None:
    page = signed_in("durham.constable")
    before = reports(page)
    file = doors.examples / "journeys" / "durham-week.xlsx"

    with doors.worker_held():
        drop(page, file)
        expect(page.get_by_role("progressbar")).to_be_visible()
        expect(page.get_by_text("You can leave this page; the work goes on.")).to_be_visible()
        looked_at(page, "j1-progress")
        page.goto(f"{doors.staff}/intake/")
        looked_at(page, "j1-under-way")
        page.get_by_role("link", name="durham-week.xlsx").click()
    expect(page.get_by_text("all 40 rows accounted for.")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("37 accepted, 3 in quarantine, 0 here already:")).to_be_visible()
    address = page.url
    looked_at(page, "j1-done")

    rows = page.locator("#quarantine tbody tr")
    expect(rows).to_have_count(3)
    for row, number, field, reason in zip(
        rows.all(),
        (9, 17, 33),
        ("Handling code", "Date", "Source grade"),
        ("it is empty", "is not a date", "3x5x2 has no source grade"),
        strict=True,
    ):
        expect(row.get_by_role("rowheader")).to_contain_text(f"Row {number}")
        expect(row).to_contain_text(field)
        expect(row).to_contain_text(f"Row {number}, ")
        expect(row).to_contain_text(reason)

    page.get_by_role("link", name="Mend 3 rows").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Row 9")
    looked_at(page, "j1-row")
    choose(page, "Handling code", "P")
    expect(page.get_by_text("Row 9 is in. 2 left.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Row 17")
    try_without_mending(page)
    write_a_date_that_is(page)
    expect(page.get_by_text("Row 17 is in. 1 left.")).to_be_visible()
    choose(page, "Source grade", "2")
    expect(page.get_by_text("Row 33 is in. No row waits any more.")).to_be_visible()
    assert page.url == address
    expect(page.get_by_text("40 accepted, 0 in quarantine, 0 here already:")).to_be_visible()
    expect(page.get_by_text("all 40 rows accounted for.")).to_be_visible()
    looked_at(page, "j1-mended")
    assert reports(page) == before + 40

    drop(page, file)
    expect(page.get_by_role("heading", name="This file is here already")).to_be_visible()
    expect(page.get_by_text("Nothing was added.")).to_be_visible()
    expect(page.get_by_text("0 accepted, 0 in quarantine, 40 here already:")).to_be_visible()
    looked_at(page, "j1-again")
    assert reports(page) == before + 40


def test_a_nil_return_is_not_silence(doors: Doors, signed_in: Callable[..., Page]) -> None:
    page = signed_in("national.analyst")
    assert standing(page, doors, "North Yorkshire") == standing(page, doors, "Cumbria")
    nil = doors.examples / "journeys" / "north-yorkshire-nil.csv"
    done = doors.installed.call("intake", str(nil), "--agency", "north-yorkshire")
    assert done.returncode == 0, done.stdout + done.stderr
    assert standing(page, doors, "North Yorkshire").startswith("nil")
    assert standing(page, doors, "Cumbria").endswith("no return")
    assert look(page, "North Yorkshire: nil return: looked, found nothing") != look(page, "Cumbria: no return")
    looked_at(page, "j1-picture")


def test_the_weeks_file_on_a_telephone(doors: Doors, signed_in: Callable[..., Page]) -> None:
    page = signed_in("durham.constable", 390)
    drop(page, doors.examples / "journeys" / "durham-week.xlsx")
    expect(page.get_by_text("all 40 rows accounted for.")).to_be_visible(timeout=30_000)
    looked_at(page, "j1-file")
    page.get_by_role("navigation", name="Trail").get_by_role("link", name="Intake").click()
    looked_at(page, "j1-intake")


def drop(page: Page, file: Path) -> None:
    """Drop a file on the intake page and send it."""
    page.goto(re.sub(r"(https?://[^/]+).*", r"\1/intake/", page.url))
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Send the file").click()
    page.wait_for_url(re.compile("/intake/files/"))


def choose(page: Page, label: str, value: str) -> None:
    """Choose a code and try the row again."""
    page.get_by_label(label, exact=True).select_option(value)
    page.get_by_role("button", name="Try again").click()


def try_without_mending(page: Page) -> None:
    """Nothing changes, and the sentence is said again."""
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("alert")).to_contain_text("is not a date")


def write_a_date_that_is(page: Page) -> None:
    """The sentence says which date is near: write that."""
    said = page.get_by_role("alert").inner_text()
    nearest = re.search(r"Write it as (\S+)[,.]", said)
    assert nearest, said
    expect(page.locator("body.js-enabled")).to_be_attached()  # before, the link's "#field" would stay in the address
    page.get_by_role("alert").get_by_role("link").first.click()
    page.keyboard.press("Control+A")
    page.keyboard.type(nearest[1].rstrip("."))
    page.get_by_role("button", name="Try again").click()


def reports(page: Page) -> int:
    """How many reports the reader's agency has sent."""
    here = page.url
    page.goto(re.sub(r"(https?://[^/]+).*", r"\1/reports/?agency=durham", here))
    count = page.get_by_role("heading", level=2, name=re.compile("reports?$")).inner_text()
    page.goto(here)
    return int(count.split()[0].replace(",", ""))


def standing(page: Page, doors: Doors, area: str) -> str:
    """How the picture shows an area, in the words of the map's table."""
    page.goto(f"{doors.staff}/picture/map/")
    row = page.locator("tr", has=page.get_by_role("rowheader", name=area, exact=True)).first
    return " ".join(row.get_by_role("cell").all_inner_texts()).strip()


def look(page: Page, words: str) -> str | None:
    """With what the map fills an area, found by the words that it says of it."""
    said = page.locator("main svg title", has_text=words).first
    return said.locator("xpath=..").locator(".mark").first.get_attribute("fill")
