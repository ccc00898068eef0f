"""J7, the assessment: the national centre looks at the whole picture, makes the assessment, and carries it away."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from browser.staff import looked_at
from journeys.conftest import Doors

pytestmark = [pytest.mark.browser, pytest.mark.installation, pytest.mark.xdist_group("browser")]

MARKING = "For the agencies of the operation only; not for publication."
FIRST = "Most forces have looked.\n\nTwo things stand out:\n- forces that sent no return\n- laws that were never used"
SECTIONS = {
    "map": "Reports by force area",
    "routes": "Routes",
    "coverage": "Who has looked, and when last",
    "demand": "Demand",
    "law": "Laws without a conviction",
}
SHEETS = {"Cover", "Contents", "Notes", "Sources", "Texts", "1", "Table_2", "Table_13", "Table_16", "Table_26"}


def test_the_assessment(doors: Doors, signed_in: Callable[..., Page]) -> None:
    analyst = signed_in("national.analyst")
    found = the_picture(analyst, doors)
    routes_and_network(analyst, doors)
    laws_never_used(analyst, doors)

    write_the_summary(analyst, doors)
    analyst.get_by_role("button", name="Make the assessment").click()
    expect(analyst.get_by_role("status")).to_contain_text("It stays as it is")
    for words in ("528 arrests", "406 suspects arrested", "laws that were never used", "Written by Helena Brandt"):
        expect(analyst.get_by_text(words).first).to_be_visible()
    for section in ("People found", "Who has looked", "Where", "Routes", "Demand", "Before the courts", "Laws used"):
        expect(analyst.get_by_role("heading", name=re.compile(rf"^\d+\. {section}"))).to_be_visible()
    looked_at(analyst, "j7-version")
    digest = analyst.locator("dd").filter(has_text=re.compile(r"^[0-9a-f]{64}$")).inner_text()

    assert_pdf(carried(analyst, analyst.get_by_role("link", name="PDF")), digest)
    assert_workbook(carried(analyst, analyst.get_by_role("link", name="Workbook")), digest, found)
    page = carried(analyst, analyst.get_by_role("link", name="HTML"))
    assert digest in page.decode()
    the_file_opens_by_itself(analyst, page)
    the_network_leaves(analyst, doors)
    a_supervisor_reads_and_does_not_write(signed_in("cleveland.sergeant", 390), doors)


def the_picture(page: Page, doors: Doors) -> int:
    """People found, premises visited, arrests; the map; who has looked; demand. Answers the first of them."""
    page.goto(f"{doors.staff}/picture/")
    figures = page.get_by_role("region", name="Key figures")
    for label in ("People found", "Premises visited", "Arrests"):
        expect(figures.get_by_text(label, exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="By force", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="By week", exact=True)).to_be_visible()
    found = int(figures.locator(".figure", has_text="People found").locator("b").inner_text().replace(",", ""))
    looked_at(page, "j7-picture")
    for section, shows in SECTIONS.items():
        page.goto(f"{doors.staff}/picture/{section}/")
        expect(page.get_by_role("heading", name=re.compile(shows)).first).to_be_visible()
        looked_at(page, f"j7-picture-{section}")
    return found


def routes_and_network(page: Page, doors: Doors) -> None:
    """From source countries to places; and who is linked with what."""
    page.goto(f"{doors.staff}/network/routes/")
    expect(page.get_by_role("heading", name="Routes", exact=True)).to_be_visible()
    expect(page.get_by_role("table").first).to_be_visible()
    looked_at(page, "j7-routes")
    page.goto(f"{doors.staff}/network/")
    expect(page.locator("#things").get_by_role("row").nth(1)).to_be_visible()
    looked_at(page, "j7-network")


def laws_never_used(page: Page, doors: Doors) -> None:
    """On the first of October 2007 the offence of 2004 had been in force for nearly three years, with no conviction."""
    page.goto(f"{doors.staff}/laws/?on=2007-12-01")
    never = page.locator("#never")
    law = never.get_by_role("row").filter(has_text="Asylum and Immigration (Treatment of Claimants")
    expect(law.first).to_contain_text("In force three years, no conviction")
    looked_at(page, "j7-laws")


def write_the_summary(page: Page, doors: Doors) -> None:
    """A text between the figures; another one in a second window, which loses nothing."""
    page.goto(f"{doors.staff}/picture/")
    page.get_by_role("link", name="The assessment").click()
    looked_at(page, "j7-desk")
    page.get_by_role("link", name="Summary").click()
    second = page.context.new_page()
    second.goto(page.url)
    page.get_by_label("Text").fill("A first thought.")
    page.get_by_role("button", name="Keep this text").click()
    expect(page.get_by_role("status")).to_contain_text("What you wrote is kept")
    second.get_by_label("Text").fill(FIRST)
    second.get_by_role("button", name="Keep this text").click()
    expect(second.get_by_text("A first thought.")).to_be_visible()
    expect(second.get_by_label("Text")).to_have_value(FIRST)
    looked_at(second, "j7-conflict")
    second.get_by_role("button", name="Keep my text").click()
    expect(second.get_by_role("status")).to_contain_text("What you wrote is kept")
    second.close()
    page.reload()


def carried(page: Page, link: Locator) -> bytes:
    """A file, as it was downloaded."""
    with page.expect_download() as waiting:
        link.click()
    return Path(waiting.value.path()).read_bytes()


def assert_pdf(content: bytes, digest: str) -> None:
    """Tagged, marked on every page, with figures, texts and the digest in it."""
    read = PdfReader(io.BytesIO(content))
    assert read.root_object["/MarkInfo"]["/Marked"]
    assert read.root_object["/Lang"] == "en-GB"
    pages = [re.sub(r"\s+", " ", page.extract_text()) for page in read.pages]
    assert all(MARKING in words for words in pages)
    whole = " ".join(pages)
    for words in ("laws that were never used", "528 arrests", "Table 13:", "How this was counted", digest[:20]):
        assert words in whole


def assert_workbook(content: bytes, digest: str, found: int) -> None:
    """Its sheets, and a figure that is the picture's."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert set(book.sheet_names) >= SHEETS
    cover = " ".join(str(row[0]) for row in book.get_sheet_by_name("Cover").to_python())
    assert digest in cover
    assert MARKING in cover
    rows = book.get_sheet_by_name("1").to_python()
    assert rows[-1][:2] == ["All agencies", float(found)]


def the_file_opens_by_itself(page: Page, content: bytes) -> None:
    """The HTML file, from nowhere, on a phone and on a desk."""
    other = page.context.new_page()
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.set_content(content.decode())
    expect(other.get_by_role("heading", level=1)).to_contain_text("National assessment")
    looked_at(other, "j7-file")
    other.set_viewport_size({"width": 390, "height": 900})
    looked_at(other, "j7-file")
    assert not [one for one in asked if not one.startswith(("data:", "about:"))]
    other.close()


def the_network_leaves(page: Page, doors: Doors) -> None:
    """For the tools that analysts use: FollowTheMoney JSON, GraphML, CSV; each opens again."""
    things = {form: exported(page, doors, form) for form in ("FollowTheMoney", "GraphML", "CSV")}
    lines = [json.loads(line) for line in one_of(things["FollowTheMoney"], ".json").splitlines() if line.strip()]
    assert {line["schema"] for line in lines} & {"Person", "Organization", "Company"}
    graph = ElementTree.fromstring(one_of(things["GraphML"], ".graphml"))
    nodes = [one for one in graph.iter() if one.tag.endswith("}node")]
    assert nodes
    table = list(csv.reader(io.StringIO(one_of(things["CSV"], ".csv"))))
    assert len(table) > 1


def exported(page: Page, doors: Doors, form: str) -> zipfile.ZipFile:
    """The archive of a format."""
    page.goto(f"{doors.staff}/network/export/")
    page.get_by_role("radio", name=re.compile(form)).check()
    page.get_by_label("For what purpose do you need it?").fill("The national assessment")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export", exact=True).click()
    archive = zipfile.ZipFile(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    assert "The national assessment" in archive.read("manifest.json").decode()
    return archive


def one_of(archive: zipfile.ZipFile, ending: str) -> str:
    """The first file of the format itself."""
    name = next(one for one in archive.namelist() if ending in one and one != "manifest.json")
    return archive.read(name).decode("utf-8-sig")


def a_supervisor_reads_and_does_not_write(page: Page, doors: Doors) -> None:
    """On a phone: the version is there, its files too, and nothing to make or to write."""
    page.goto(f"{doors.staff}/picture/assessment/")
    expect(page.get_by_role("button", name="Make the assessment")).to_have_count(0)
    looked_at(page, "j7-supervisor")
    page.get_by_role("link", name="Version 1", exact=True).click()
    expect(page.get_by_text(MARKING).first).to_be_visible()
    looked_at(page, "j7-version")
