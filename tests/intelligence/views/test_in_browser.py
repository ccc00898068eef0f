"""The pages of intelligence in a real browser: axe finds nothing, nothing sticks out, nothing is logged."""

import os
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import expect

import cast
from browser.staff import Opened, looked_at
from intelligence import ground
from pentameter.intelligence.models import QuarantinedRow, Report
from pentameter.intelligence.queries.intake import unfinished
from pentameter.intelligence.services import receive_file, set_aside_row, take_in_for_sender

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LONG = (
    "A woman of about thirty told a nurse that the man who met her at the coach station keeps her passport and what "
    "she earns, and that two others live in the house. She did not want to say more while the man waited outside.\n\n"
    "The house has been named twice before. Neighbours speak of cars at night and of curtains that are never opened."
)


@pytest.fixture
def stage(transactional_db: None) -> UUID:
    """A wave with files of every kind in it."""
    wave_id = ground.wave()
    rows = [ground.good(n, place="Seaham", theme="forced_labour" if n % 3 else "unknown") for n in range(3, 70)]
    held = {"handling_code": "C", "handling_conditions": "Speak to us before you act on it, at any hour."}
    rich = ground.full(
        1,
        text=LONG,
        **held,
        handling_recipients="cleveland; national-centre",
        acts="recruitment; harbouring",
        indicators="debt_bondage; isolation; retention_of_identity_documents",
        premises_kind="massage parlour",
        premises_address="12 Example Street",
        advertised="yes",
        price="60",
        currency="GBP",
        malicious="yes",
        force_area="Durham",
        event_from="2026-01-03",
    )
    wrong = [ground.bad(2), ground.good(90, source_grade="9", theme="none such"), ground.good(91, handling_code="C")]
    ground.sent(ground.csv_of([rich, *wrong, *rows]), wave_id, name="durham week 14.csv")
    ground.sent(ground.csv_of([rich, *wrong, *rows]), wave_id, name="durham week 14 (copy).csv")
    ground.sent(b"%PDF-1.7", wave_id, name="report.pdf")
    aside = QuarantinedRow.objects.order_by("row_number").last()
    assert aside is not None
    set_aside_row(row_id=aside.id, reason="Sent by mistake", version=1, by=cast.durham_constable())
    return wave_id


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [1280, 390])
def test_every_page(stage: UUID, opened: Opened, width: int) -> None:
    officer, sergeant = cast.durham_constable(), cast.durham_sergeant()
    report = Report.objects.get(own_reference="DUR-00001")
    rows = list(QuarantinedRow.objects.order_by("row_number"))
    files = dict.fromkeys(("done", "repeated", "refused"), "")
    page = opened(officer, "/intake/", width)
    looked_at(page, "intake")
    links = page.locator("table a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    files = dict(zip(("refused", "repeated", "done"), links, strict=True))
    addresses = {
        **{f"file-{name}": address for name, address in files.items()},
        "row": f"/intake/rows/{rows[1].id}/",
        "row-aside": f"/intake/rows/{rows[2].id}/",
        "dictionary": "/intake/dictionary/",
        "reports": "/reports/",
        "reports-none": "/reports/?words=nothing+like+it",
        "report": f"/reports/{report.id}/",
        "original": f"/reports/{report.id}/original/",
        "source": f"/reports/{report.id}/source/",
        "export": "/reports/export/?theme=unknown",
        "new": "/reports/new/",
    }
    page = opened(sergeant, "/reports/", width)
    for name, address in addresses.items():
        page.goto(page.url.partition("/reports/")[0].partition("/intake/")[0] + address)
        looked_at(page, name)


@pytest.mark.django_db(transaction=True)
def test_progress_and_empty(opened: Opened) -> None:
    wave_id = ground.wave()
    page = opened(cast.durham_constable(), "/intake/")
    looked_at(page, "intake-empty")
    content = ground.csv_of([ground.good(n) for n in range(1, 20)])
    sent = receive_file(name="week.csv", chunks=[content], wave_id=wave_id, way="page", by=cast.durham_constable())
    page = opened(cast.durham_constable(), f"/intake/files/{sent.file_id}/", 390)
    expect(page.locator("progress")).to_be_visible()
    looked_at(page, "file-progress")


@pytest.mark.django_db(transaction=True)
def test_without_scripts_a_file_is_sent_mended_and_done(opened: Opened, tmp_path: Path) -> None:
    ground.wave()
    file = tmp_path / "week.csv"
    file.write_bytes(ground.csv_of([ground.good(1), ground.good(2, theme="none such")]))
    page = opened(cast.durham_constable(), "/intake/", scripts=False)
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Send the file").click()
    expect(page.get_by_role("link", name="Look again")).to_be_visible()
    for file_id in unfinished():
        take_in_for_sender(file_id=file_id)
    page.get_by_role("link", name="Look again").click()
    expect(page.get_by_text("1 accepted, 1 in quarantine, 0 here already:")).to_be_visible()
    page.get_by_role("link", name="Mend 1 row").click()
    page.get_by_label("Theme", exact=True).select_option("forced_labour")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_text("2 accepted, 0 in quarantine, 0 here already:")).to_be_visible()


@pytest.mark.django_db(transaction=True)
def test_mending_by_keyboard_alone(opened: Opened) -> None:
    ground.sent(ground.csv_of([ground.bad(1)]), ground.wave())
    row = QuarantinedRow.objects.get()
    page = opened(cast.durham_constable(), f"/intake/rows/{row.id}/")
    expect(page.get_by_role("alert").locator("xpath=..")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Date of the report")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type(ground.good()["reported_on"])
    page.keyboard.press("Enter")
    expect(page.get_by_text("Row 2 is in. No row waits any more.")).to_be_visible()


@pytest.mark.django_db(transaction=True)
def test_the_conditions_are_printed_with_the_report(stage: UUID, opened: Opened) -> None:
    report = Report.objects.get(own_reference="DUR-00001")
    page = opened(cast.durham_sergeant(), f"/reports/{report.id}/")
    page.emulate_media(media="print")
    expect(page.get_by_text("Speak to us before you act on it, at any hour.")).to_be_visible()
    expect(page.get_by_text("Handling code C: lawful sharing permitted with conditions")).to_be_visible()
    expect(page.get_by_text("Handle this print as you would the record.")).to_be_visible()
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    if folder := os.environ.get("SCREENSHOTS"):
        page.pdf(path=Path(folder) / "report.pdf", format="A4")
        page.screenshot(path=Path(folder) / "report-print.png", full_page=True)
