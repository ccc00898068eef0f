"""The pages of support in a real browser, at both widths: axe finds nothing, nothing is cut, nothing leaks."""

from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import expect

from browser import BrowserPage
from browser.staff import enter, looked_at
from cast import caseworker
from pentameter.access.api import Compartment, Operation
from pentameter.victims.models import Case
from pentameter.victims.queries.opening import bound, opened
from pentameter.victims.rules.cases import Age, Practical
from pentameter.victims.rules.contents import TaskWords
from pentameter.victims.rules.support import EntryState
from pentameter.victims.services.attachments import Upload, attach
from pentameter.victims.services.plans import Task, plan_task, settle
from victims.some_files import PDF
from victims.support_ground import DAY, STAY, at, today
from victims.views.test_support import busy

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]

PAGES = (
    "",
    "plan/",
    "assessments/",
    "assessments/needs/",
    "notes/",
    "flags/",
    "files/",
    "exit/",
    "stays/",
    "plan/appointment/",
)


def full() -> tuple[UUID, UUID]:
    """Much stands, she may be a child, and one task was settled and opened again."""
    case_id, worker = busy(), caseworker()
    case = opened(case_id, worker, Operation.CHANGE_SUPPORT, Compartment.SUPPORT)
    practical = Practical("sq", "a woman from another town", "woman", "by letter to the office, never by telephone", "")
    sealed = case.key.seal(practical.as_json(), bound_to=bound("practical", case_id))
    Case.objects.filter(pk=case_id).update(practical=sealed, age=Age.MAYBE_CHILD.value)
    words = TaskWords("Ask the council whether the school near her can take her after the holidays, and who pays", "")
    task_id = plan_task(case_id=case_id, task=Task(words, today() + DAY, worker.id), by=worker)
    here = {"case_id": case_id, "entry_id": task_id, "by": worker}
    settle(to=EntryState.DONE, reason="The school said yes.", version=1, **here)
    settle(to=EntryState.LIVE, reason="It was only for a term.", version=2, **here)
    attach(
        case_id=case_id, upload=Upload("A letter from the doctor of 3 October.pdf", PDF, "For the dentist"), by=worker
    )
    return case_id, task_id


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_whole_at_both_widths(browser_page: BrowserPage, live_server: Any, width: int) -> None:
    case_id, task_id = full()
    page = browser_page(width)
    enter(page, live_server.url, caseworker())
    for part in (*PAGES, f"plan/task/{task_id}/"):
        page.goto(live_server.url + at(case_id, part))
        looked_at(page, "support-" + (part.rstrip("/").replace("/", "-")[:24] or "page"))
        expect(page.get_by_text(STAY)).to_have_count(0)


def test_a_task_is_settled_and_undone_by_hand(browser_page: BrowserPage, live_server: Any) -> None:
    case_id, task_id = full()
    page = browser_page()
    enter(page, live_server.url, caseworker())
    page.goto(live_server.url + at(case_id, f"plan/task/{task_id}/"))
    page.get_by_role("radio", name="Done").check()
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_role("heading", name="Settled")).to_be_visible()
    page.goto(live_server.url + at(case_id, f"plan/task/{task_id}/"))
    page.get_by_role("button", name="Undo the last change").click()
    expect(page.get_by_text("The last change was undone.")).to_be_visible()
    expect(page.get_by_role("button", name="Save the changes")).to_be_visible()
