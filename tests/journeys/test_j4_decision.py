"""J4, the decision: nobody is removed unheard, nobody is promised that they may stay, and both are in the record."""

import io
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from browser import BrowserPage
from browser.staff import enter, looked_at
from cast import caseworker, decision_maker
from decisions import persons
from pentameter.decisions.models import Matter
from pentameter.victims.models import Case
from victims.ground import NAME, WHERE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.journey,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]
BOTH = "Nobody is removed unheard. Nobody is promised that they may stay."


def opens(page: Page, address: str, reference: str, kind: str) -> None:
    """The decision-maker opens a decision by the reference of the hold, and takes it up."""
    page.goto(f"{address}/decisions/")
    page.get_by_role("link", name="Open a decision").click()
    page.get_by_label("Hold reference").fill(reference.lower())
    page.get_by_label(kind, exact=True).check()
    page.get_by_role("button", name="Open the decision").click()
    page.get_by_role("button", name="Take it up").click()
    expect(page.get_by_role("status")).to_contain_text("You took this up.")


def writes(page: Page, result: str, weight: str = "") -> None:
    """What a decision-maker writes on the page of a matter."""
    today = persons.today()
    page.get_by_label(result, exact=True).check()
    for label, value in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
        page.get_by_label(label, exact=True).fill(str(value))
    page.get_by_label("Facts").fill(persons.FACTS)
    page.get_by_label("Reasons").fill(persons.REASONS)
    if weight:
        page.get_by_label("The weight of her account").fill(weight)


def closes(page: Page) -> None:
    """Press the button."""
    page.get_by_role("button", name="Close the decision").click()


def serves(page: Page) -> None:
    """She is given the decision today."""
    today = persons.today()
    page.get_by_role("link", name="Record that she was given it").click()
    for label, value in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
        page.get_by_label(label, exact=True).fill(str(value))
    page.get_by_label("Through her caseworker").check()
    page.get_by_role("button", name="Record it").click()


def letter_on(page: Page) -> str:
    """What the letter says, as it is downloaded."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name="The letter as PDF").click()
    read = PdfReader(io.BytesIO(waiting.value.path().read_bytes()))
    assert read.root_object["/MarkInfo"]["/Marked"], "it is tagged"
    return " ".join(" ".join(one.extract_text().split()) for one in read.pages)


def test_nobody_is_removed_unheard(browser_page: BrowserPage, live_server: Any) -> None:
    case_id = persons.run_out()
    reference = Case.objects.get(pk=case_id).reference
    page, worker = browser_page(1280), browser_page(390)
    enter(page, live_server.url, decision_maker())
    enter(worker, live_server.url, caseworker())

    page.goto(f"{live_server.url}/decisions/")
    expect(page.get_by_text("Nothing waits for a decision.")).to_be_visible()
    opens(page, live_server.url, reference, "Asylum")
    expect(page.get_by_role("heading", name="Protection has ended")).to_be_visible()
    expect(page.get_by_text(BOTH)).to_be_visible()
    asylum = page.url
    looked_at(page, "j4-matter")
    writes(page, "Refused")
    closes(page)
    expect(page.get_by_role("alert")).to_contain_text("Her account was not disclosed")
    assert page.get_by_label("Reasons").input_value() == persons.REASONS, "nothing typed is lost"
    looked_at(page, "j4-shut")
    page.get_by_role("button", name="Keep what is written and go on later").click()

    worker.goto(f"{live_server.url}/cases/{case_id}/decisions/")
    looked_at(worker, "j4-case")
    worker.get_by_role("link", name="Disclose her account").click()
    worker.get_by_label("Her account").fill(persons.ACCOUNT)
    worker.get_by_role("button", name="Disclose it").click()
    expect(worker.get_by_role("alert")).to_contain_text("She has not been asked for her consent.")
    persons.agrees(case_id)
    worker.get_by_role("button", name="Disclose it").click()
    expect(worker.get_by_role("status")).to_contain_text("Her account is disclosed")

    page.goto(asylum)
    page.get_by_label("The weight of her account").fill(persons.WEIGHT)
    closes(page)
    expect(page.get_by_role("alert")).to_contain_text("You have not opened her account for this decision.")
    page.get_by_role("button", name="Keep what is written and go on later").click()
    page.get_by_role("link", name="Open her account", exact=True).click()
    page.get_by_label("For what purpose you open it").fill("To decide on asylum")
    page.get_by_role("button", name="Open her account").click()
    expect(page.get_by_text(persons.ACCOUNT)).to_be_visible()
    looked_at(page, "j4-account")
    page.get_by_role("link", name="Go on with the decision").click()
    page.get_by_label("The weight of her account").fill("The account was read and given due weight.")
    closes(page)
    expect(page.get_by_role("alert")).to_contain_text("your own words")
    page.get_by_label("The weight of her account").fill(persons.WEIGHT)
    closes(page)
    expect(page.get_by_role("status")).to_contain_text("The decision is closed.")

    opens(page, live_server.url, reference, "Removal")
    removal = page.url
    writes(page, "May be removed", f"For removal it counts for more than anything else. {persons.WEIGHT}")
    closes(page)
    expect(page.get_by_role("alert")).to_contain_text("The decision on asylum was not served yet.")
    page.get_by_role("button", name="Keep what is written and go on later").click()
    page.goto(asylum)
    serves(page)
    page.goto(removal)
    closes(page)
    expect(page.get_by_role("alert")).to_contain_text("You have not opened her account for this decision.")
    page.get_by_role("link", name="Open her account", exact=True).click()
    page.get_by_label("For what purpose you open it").fill("To decide on removal")
    page.get_by_role("button", name="Open her account").click()
    page.get_by_role("link", name="Go on with the decision").click()
    writes(page, "May be removed", f"For removal it counts for more than anything else. {persons.WEIGHT}")
    closes(page)
    expect(page.get_by_role("status")).to_contain_text("The decision is closed.")
    expect(page.get_by_text(persons.REASONS)).to_be_visible()
    looked_at(page, "j4-decided")
    said = letter_on(page)
    for words in (NAME, "may be removed", "Nobody is promised", "Nobody is removed unheard", "read your account"):
        assert words in said
    assert WHERE not in said
    assert Matter.objects.filter(case_id=case_id, decided_by=decision_maker().id).count() == 2


def test_why_there_is_no_account_stands_in_its_place(browser_page: BrowserPage, live_server: Any) -> None:
    case_id = persons.run_out()
    page = browser_page(390)
    enter(page, live_server.url, decision_maker())
    opens(page, live_server.url, Case.objects.get(pk=case_id).reference, "Removal")
    looked_at(page, "j4-matter")
    page.get_by_role("link", name="Say why there is no account").click()
    page.get_by_label("Why there is no account").fill("None.")
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_role("alert")).to_contain_text("too short")
    page.get_by_label("Why there is no account").fill(persons.ABSENCE)
    page.get_by_role("button", name="Keep this").click()
    writes(page, "Not removed")
    closes(page)
    expect(page.get_by_role("status")).to_contain_text("The decision is closed.")
    expect(page.get_by_text("Why there was no account")).to_be_visible()
    looked_at(page, "j4-decided")


def test_negative_grounds_open_the_window_and_say_until_when(browser_page: BrowserPage, live_server: Any) -> None:
    case_id = persons.run_out()
    until = f"{persons.today() + timedelta(days=30):%-d %B %Y}"
    page, worker = browser_page(1280), browser_page(1280)
    enter(page, live_server.url, decision_maker())
    enter(worker, live_server.url, caseworker())
    opens(page, live_server.url, Case.objects.get(pk=case_id).reference, "Conclusive grounds")
    writes(page, "Negative")
    closes(page)
    expect(page.get_by_text("Her 30 days to ask for reconsideration begin on the day after")).to_be_visible()
    serves(page)
    expect(page.get_by_role("status")).to_contain_text(f"reconsidered until {until}")
    assert f"until {until}" in letter_on(page)
    worker.goto(f"{live_server.url}/cases/{case_id}/decisions/")
    expect(worker.get_by_text(f"She can ask for it to be reconsidered until {until}.")).to_be_visible()
    looked_at(worker, "j4-case")
    worker.get_by_role("link", name="Ask for reconsideration").click()
    worker.get_by_label("What should be looked at again").fill("The letter of the doctor was not read.")
    worker.get_by_role("button", name="Ask on her behalf").click()
    expect(worker.get_by_role("heading", name="Protected from removal")).to_be_visible()
    page.goto(f"{live_server.url}/decisions/")
    expect(page.get_by_role("link", name="Reconsideration")).to_be_visible()
    looked_at(page, "j4-list")
