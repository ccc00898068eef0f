"""J3, the removal list: 500 names, seven come back held, and nothing else; the desk answers each; then it is clear."""

import csv
import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.staff import looked_at
from journeys.conftest import Doors

pytestmark = [pytest.mark.browser, pytest.mark.installation, pytest.mark.xdist_group("browser")]

HELD = "held or possibly held: call the duty desk before doing anything"
NONE = "no hold found"
DESK = "01632 960007"
WHY = "Compared with the passport that the officer has in hand, and asked her caseworker."


def test_the_removal_list(doors: Doors, signed_in: Callable[..., Page]) -> None:
    officer = signed_in("removals.officer")
    officer.get_by_role("navigation").get_by_role("link", name="Screening").first.click()
    looked_at(officer, "j3-screening")
    with doors.worker_held():
        send(officer, doors)
        expect(officer.get_by_role("progressbar")).to_be_visible()
        looked_at(officer, "j3-progress")
    expect(officer.get_by_text("7 lines to be answered by the desk")).to_be_visible(timeout=60_000)
    address = officer.url
    expect(officer.get_by_role("heading", name="This list is not clear")).to_be_visible()
    expect(officer.get_by_text("7 lines are held or possibly held.")).to_be_visible()
    looked_at(officer, "j3-held")
    rows = answers(officer, address)
    assert len(rows) == 500
    assert [row["answer"] for row in rows] == [HELD] * 7 + [NONE] * 493
    assert {row["duty_desk"] for row in rows} == {DESK}
    assert set(rows[0]) == {"id", "name", "answer", "reference", "duty_desk"}
    assert len({row["reference"] for row in rows}) == 500
    assert nothing_else(officer)

    desk, second = signed_in("duty.desk"), signed_in("second.desk")
    desk.get_by_role("link", name="Answer 7 lines of removal lists").click()
    looked_at(desk, "j3-queue")
    desk.get_by_role("link", name="Answer the first").click()
    looked_at(desk, "j3-line")
    expect(desk.get_by_text("Why it may be her").first).to_be_visible()
    for _ in range(7):
        desk.get_by_label("Why").fill(WHY)
        desk.get_by_role("button", name="It is not her: propose to clear").click()
        expect(desk.get_by_role("status")).to_contain_text("Another person at the desk has to agree")
    desk.goto(f"{doors.staff}/screening/desk/")
    desk.locator("tbody").get_by_role("link").first.click()
    expect(desk.get_by_role("button", name="I agree: clear")).to_have_count(0)
    officer.goto(address)
    expect(officer.get_by_text("7 lines to be answered by the desk")).to_be_visible()

    second.goto(f"{doors.staff}/screening/desk/")
    for left in range(7, 0, -1):
        expect(second.get_by_role("heading", level=2, name="Lines that wait")).to_be_visible()
        expect(second.locator("tbody tr")).to_have_count(left)
        second.locator("tbody").get_by_role("link").first.click()
        second.get_by_label("Why").fill(WHY)
        if left == 7:
            looked_at(second, "j3-agree")
        second.get_by_role("button", name="I agree: clear").click()
        expect(second.get_by_role("status")).to_contain_text("The line is clear.")
        second.goto(f"{doors.staff}/screening/desk/")
    expect(second.get_by_text("No line waits for the desk.")).to_be_visible()

    officer.goto(address)
    expect(officer.get_by_role("heading", name="This list is clear")).to_be_visible()
    expect(officer.get_by_text(re.compile("^cleared until"))).to_be_visible()
    assert {row["answer"] for row in answers(officer, address)} == {NONE}
    looked_at(officer, "j3-clear")
    with doors.worker_gone():
        officer.goto(address)
        expect(officer.get_by_role("heading", name="This list is not clear")).to_be_visible()
        expect(officer.get_by_text("The system is not sure at the moment.")).to_be_visible()
        assert {row["answer"] for row in answers(officer, address)} == {"not answered yet: do nothing before it is"}
        looked_at(officer, "j3-unsure")
    officer.goto(address)
    expect(officer.get_by_role("heading", name="This list is clear")).to_be_visible()


def test_one_name_on_a_telephone(doors: Doors, signed_in: Callable[..., Page]) -> None:
    page = signed_in("removals.officer", 390)
    page.goto(f"{doors.staff}/screening/")
    page.get_by_label("Name", exact=True).fill("Bartholomew Invented")
    page.get_by_label("Date of birth (optional)").fill("1951-02-03")
    page.get_by_role("button", name="Check the name").click()
    expect(page.get_by_role("heading", name="This list is clear")).to_be_visible(timeout=60_000)
    looked_at(page, "j3-one-name")
    page.get_by_role("navigation", name="Trail").get_by_role("link", name="Screening").click()
    looked_at(page, "j3-lists")


def send(page: Page, doors: Doors) -> None:
    """Send the demo's list."""
    page.get_by_label("List", exact=True).set_input_files(doors.examples / "journeys" / "removal-list-500.csv")
    page.get_by_role("button", name="Check the list").click()
    page.wait_for_url(re.compile("/screening/lists/"))


def answers(page: Page, address: str) -> list[dict[str, str]]:
    """The answers, as they are carried away."""
    text = page.request.get(f"{address}answers.csv").body().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def nothing_else(page: Page) -> bool:
    """Whether the page says no word of a case: no reference of one, no organisation, no score."""
    text = page.locator("main").inner_text()
    secret = r"\bH-[0-9A-Z]{4}-[0-9A-Z]{4}\b|support|shelter|refuge|score|points|protected since"
    return not re.search(secret, text, re.IGNORECASE)
