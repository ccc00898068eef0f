"""The register of laws and the questions of policy in a real browser: axe finds nothing, nothing sticks out."""

from datetime import date

import pytest
from playwright.sync_api import expect

from browser.staff import Opened, looked_at
from cast import national_analyst
from justice.register import SEXUAL, convicted, event, suspect
from pentameter.justice.rules.questions import State
from pentameter.justice.services.questions import NewEntry, add_entry, add_question, strike_entry
from pentameter.kernel.actor import SYSTEM, Jurisdiction
from pentameter.operations.api import load_published_results

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]
WIDTHS = pytest.mark.parametrize("width", [1280, 390])
LONG = "A minister was asked whether such a law would come, and answered that no immediate change was planned. " * 4


@pytest.fixture
def question() -> str:
    """Some charges and convictions, what was published, and a question with a long life."""
    load_published_results(by=SYSTEM)
    for day in ("2007-06-01", "2009-02-03", "2012-11-20"):
        convicted(day, SEXUAL)
    event(suspect(), "charged", "2007-08-01", offence="AITC04-4")
    convicted("2018-05-01", "MSA15-2")
    return f"/laws/questions/{_question()}/"


def _question() -> object:
    by, today = national_analyst(), date(2026, 11, 30)
    first = NewEntry(State.RAISED, date(2007, 10, 3), LONG, "a newspaper of the day after the launch", True)
    text = "Should paying for sexual services of a person who is subjected to force be an offence?"
    place = Jurisdiction.ENGLAND_WALES
    kept = add_question(text=text, jurisdiction=place, law="PCA09-14", first=first, by=by, today=today)
    wrong = NewEntry(State.DECIDED, date(2009, 4, 1), "It was decided.", "a website")
    gone = add_entry(question_id=kept, entry=wrong, seen=1, by=by, today=today)
    strike_entry(question_id=kept, entry_id=gone, reason="The year was wrong.", by=by)
    right = NewEntry(State.DECIDED, date(2010, 4, 1), "The law came into force.", "Home Office Circular 006/2010")
    add_entry(question_id=kept, entry=right, seen=3, by=by, today=today)
    return kept


@WIDTHS
@pytest.mark.parametrize("day", ["2007-10-03", "2026-11-30", "1990-01-01"])
def test_the_register(opened: Opened, question: str, width: int, day: str) -> None:
    page = opened(national_analyst(), f"/laws/?on={day}", width)
    looked_at(page, f"laws-{day}")


@WIDTHS
def test_one_law(opened: Opened, question: str, width: int) -> None:
    page = opened(national_analyst(), "/laws/?on=2012-12-31", width)
    page.get_by_role("link", name="Trafficking into the UK for sexual exploitation", exact=True).click()
    expect(page.get_by_role("heading", name="What stands behind the figures")).to_be_visible()
    looked_at(page, "law")


@WIDTHS
def test_a_question(opened: Opened, question: str, width: int) -> None:
    for address, name in ((question, "question"), ("/laws/questions/", "questions")):
        page = opened(national_analyst(), address, width)
        looked_at(page, name)


@WIDTHS
def test_faults_stand_on_top_and_at_their_fields(opened: Opened, question: str, width: int) -> None:
    page = opened(national_analyst(), "/laws/questions/new/", width, expect=("422",))
    page.get_by_label("The question").fill("It should.")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("alert")).to_contain_text("Put it as a question")
    expect(page.get_by_role("alert")).to_contain_text("Name the source.")
    expect(page.get_by_label("The question")).to_have_value("It should.")
    looked_at(page, "question-faults")


def test_without_scripts_a_day_is_chosen_and_a_bar_leads_to_its_law(opened: Opened, question: str) -> None:
    page = opened(national_analyst(), "/laws/", 1280, scripts=False)
    page.locator("#by-on").fill("2007-10-03")
    page.get_by_label("Where").select_option("ireland")
    page.get_by_role("button", name="Show").click()
    assert "on=2007-10-03" in page.url
    expect(page.get_by_role("heading", name="Have never led to a conviction")).to_be_visible()
    expect(page.locator("#IE-CTPA98-3")).to_contain_text("no conviction")
    page.locator("svg a[href='#IE-CTPA98-3']").first.click()
    assert page.url.endswith("#IE-CTPA98-3")
