"""From arrest to conviction: an officer at a phone, a prosecutor who checks before charging, her side kept apart.

On a live server of the test, so that it runs on both databases.
"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from browser.staff import Opened, looked_at
from cast import caseworker, durham_constable, in_database, outsider, prosecutor
from decisions.ground import ZORANA, protected
from justice import ground
from pentameter.decisions.services.suspects import ask_about_suspects
from pentameter.justice.models import Suspect
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from victims.ground import agencies, supported

pytestmark = [
    pytest.mark.browser,
    pytest.mark.journey,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]
WHY = "The duty desk was asked by telephone. He held the papers of the others and kept what they earned."
SAW = "He had no key to the house and asked the others before he answered."


def day(page: Page, field: str, on: date) -> None:
    """Type a day."""
    for part, value in (("day", on.day), ("month", on.month), ("year", on.year)):
        page.locator(f"#id_{field}-{part}").fill(str(value))


def ago(days: int) -> date:
    return clock.today() - timedelta(days=days)


def records(page: Page, what: str, on: date, choice: str = "", offence: str = "") -> None:
    """Record something from the page of the suspect."""
    page.get_by_role("link", name=what, exact=True).click()
    day(page, "on", on)
    if choice:
        page.get_by_label(choice, exact=True).check()
    if offence:
        page.get_by_label("Offence", exact=True).select_option(offence)
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_role("status")).to_contain_text("recorded")


def begins(page: Page, name: str, born: str = "") -> UUID:
    """An officer begins an investigation, sends it to prosecutors and adds a suspect. Answers the suspect's id."""
    page.get_by_role("link", name="Investigations", exact=True).click()
    page.get_by_role("link", name="Begin an investigation").first.click()
    page.get_by_label("Name", exact=True).fill("Larch")
    page.get_by_label("England and Wales").check()
    day(page, "opened_on", ago(60))
    page.get_by_role("button", name="Begin it").click()
    page.get_by_role("link", name="Send to prosecutors, or add a force").click()
    page.get_by_label("Agency", exact=True).select_option(prosecutor().agency)
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("status")).to_contain_text("Prosecutors see it from now on.")
    page.get_by_role("link", name="Add a suspect").first.click()
    page.get_by_label("Name", exact=True).fill(name)
    page.locator("#id_born").fill(born)
    page.get_by_role("button", name="Add the suspect").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    return Suspect.objects.latest("added_at").id


def checks(page: Page, outcome: str) -> None:
    """A prosecutor makes the check."""
    day(page, "on", ago(10))
    page.get_by_label("The duty desk’s answer, by telephone").or_(page.get_by_label("The duty desk's answer")).check()
    page.get_by_label("What the suspect said").check()
    page.get_by_label("Defence of an adult who was compelled (Modern Slavery Act 2015 s.45(1))").check()
    page.get_by_label(outcome, exact=True).check()
    page.get_by_label("Reasons").fill(WHY)
    page.get_by_role("button", name="Record the check").click()
    expect(page.get_by_role("status")).to_contain_text("The check is recorded, with your name.")


def charges(page: Page, offence: str, first: date) -> None:
    """A prosecutor records a charge of nine days ago."""
    day(page, "on", ago(9))
    page.get_by_label("Charge", exact=True).check()
    page.get_by_label("Offence", exact=True).select_option(offence)
    day(page, "first", first)
    page.get_by_role("button", name="Record it").click()


def test_from_arrest_through_the_check_to_a_conviction(opened: Opened, live_server: Any) -> None:
    ground.people()
    officer = opened(durham_constable(), width=390)
    made = begins(officer, "Ignatius Testperson", "1979-04-01")
    records(officer, "Arrest", ago(30), offence="SOA03-53")
    records(officer, "Released under investigation", ago(29))
    looked_at(officer, "justice-suspect")
    ask_about_suspects(by=SYSTEM)

    lawyer = opened(prosecutor())
    lawyer.get_by_role("link", name="Make the non-punishment check of 1 suspect").click()
    looked_at(lawyer, "justice-list")
    lawyer.goto(f"{live_server.url}/justice/suspects/{made}/record/charged/")
    charges(lawyer, "MSA15-2", ago(100))
    expect(lawyer.get_by_role("alert")).to_contain_text("No charge without a non-punishment check.")
    expect(lawyer.locator("#id_first-year")).to_have_value(str(ago(100).year))
    looked_at(lawyer, "justice-no-charge")

    lawyer.goto(f"{live_server.url}/justice/suspects/{made}/check/")
    looked_at(lawyer, "justice-check")
    checks(lawyer, "May be a victim, and may be charged all the same")
    lawyer.get_by_role("link", name="Charge", exact=True).click()
    charges(lawyer, "MSA15-2", date(2014, 5, 1))
    expect(lawyer.get_by_role("alert")).to_contain_text("was not yet in force on 1 May 2014")
    day(lawyer, "first", ago(100))
    lawyer.get_by_role("button", name="Record it").click()
    expect(lawyer.get_by_role("status")).to_contain_text("Charge: recorded.")

    officer.reload()
    records(officer, "Verdict", ago(2), "Convicted")
    expect(officer.get_by_text("The sentence.")).to_be_visible()
    expect(officer.get_by_text("Offence on arrest: Controlling prostitution for gain")).to_be_visible()
    expect(officer.get_by_text("Offence charged: Human trafficking")).to_be_visible()
    looked_at(officer, "justice-convicted")


def test_one_who_may_be_protected_and_new_facts(opened: Opened, live_server: Any) -> None:
    agencies()
    ground.people()
    protected()
    officer = opened(durham_constable())
    made = begins(officer, "Zorana TESTOVA", ZORANA.born)
    records(officer, "Arrest", ago(20), offence="IA71-25")
    ask_about_suspects(by=SYSTEM)
    officer.reload()
    expect(officer.locator("#signs")).not_to_contain_text("May be somebody protected")
    officer.get_by_role("link", name="Mark it").click()
    officer.get_by_label("What you saw or heard").fill(SAW)
    officer.get_by_role("button", name="Mark it").click()
    expect(officer.get_by_text(SAW)).to_be_visible()

    lawyer = opened(prosecutor())
    lawyer.goto(f"{live_server.url}/justice/suspects/{made}/")
    expect(lawyer.locator("#signs")).to_contain_text("May be somebody protected: call the duty desk.")
    lawyer.goto(f"{live_server.url}/justice/suspects/{made}/check/")
    checks(lawyer, "Not to be charged")
    expect(lawyer.get_by_text("not to be charged").first).to_be_visible()
    expect(lawyer.get_by_role("link", name="Charge", exact=True)).to_have_count(0)
    looked_at(lawyer, "justice-closed")

    other = opened(outsider(), expect=("404",))
    other.goto(f"{live_server.url}/justice/suspects/{made}/")
    expect(other.get_by_text("Testova")).to_have_count(0)


def test_what_she_is_told_stands_with_her_case(opened: Opened, live_server: Any) -> None:
    case_id = supported().case_id
    in_database(caseworker())
    inside = ground.investigation()
    ground.convicted_suspect(inside)
    reference = Suspect.objects.get().investigation.reference
    worker = opened(caseworker(), width=390)
    worker.goto(f"{live_server.url}/cases/{case_id}/court/")
    looked_at(worker, "court-empty")
    worker.get_by_role("link", name="Record something").click()
    worker.get_by_label("She was told").check()
    worker.get_by_label("Investigation").fill(reference)
    worker.get_by_label("Given").check()
    worker.get_by_label("What", exact=True).fill("Told by telephone that he was convicted")
    worker.get_by_role("button", name="Record it").click()
    expect(worker.get_by_text("1 suspect convicted.")).to_be_visible()
    looked_at(worker, "court")
