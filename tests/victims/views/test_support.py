"""The page of support and its parts: who reads them, what they say, and that others find nothing."""

from uuid import UUID, uuid4

import pytest

from cast import (
    administrator,
    auditor,
    caseworker,
    decision_maker,
    durham_constable,
    durham_sergeant,
    duty_desk,
    removals_officer,
)
from pentameter.audit.models import Entry
from pentameter.kernel.actor import Actor
from pentameter.victims.rules.support import FlagKind
from pentameter.victims.services.appointments import arrange
from pentameter.victims.services.assessments import assess
from pentameter.victims.services.flags import raise_flag
from pentameter.victims.services.notes import write_note
from pentameter.victims.services.plans import plan_task
from pentameter.victims.services.stays import begin_stay
from victims.support_ground import (
    CANARY,
    DAY,
    STAY,
    assigned,
    at,
    case,
    flag,
    risk,
    seen_by,
    stay,
    task,
    today,
)
from victims.support_scene import an_appointment

pytestmark = pytest.mark.django_db

PARTS = ("", "assessments/", "plan/", "notes/", "flags/", "files/", "stays/", "exit/")


def busy() -> UUID:
    """A case in which much stands."""
    case_id, worker = case(), caseworker()
    assigned(case_id)
    assess(case_id=case_id, assessment=risk(level="high"), by=worker)
    for days in (-2, 0, 5):
        plan_task(case_id=case_id, task=task(due_on=today() + days * DAY, what=f"Task of day {days}"), by=worker)
    arrange(case_id=case_id, appointment=an_appointment(), by=worker)
    raise_flag(case_id=case_id, flag=flag(), by=worker)
    raise_flag(case_id=case_id, flag=flag(FlagKind.SOUGHT), by=worker)
    for number in range(5):
        write_note(case_id=case_id, text=f"Note {number}", by=worker)
    begin_stay(case_id=case_id, stay=stay(until=today() + 30 * DAY), by=worker)
    return case_id


def test_one_page_says_what_stands() -> None:
    case_id = busy()
    page = seen_by(caseworker()).get(at(case_id)).content.decode()
    for words in (
        "High risk",
        "Do not contact her by telephone",
        "A trafficker may look for her",
        "overdue",
        "Note 4",
        "Housed until",
        "a doctor",
        "Support",
        "How long support runs",
    ):
        assert words in page, words
    assert page.index("Task of day -2") < page.index("Task of day 0") < page.index("Task of day 5")
    assert "Note 0" not in page
    assert STAY not in page
    assert Entry.objects.filter(event="support_read", subject_id=str(case_id)).count() == 1


def test_the_page_stays_within_fifteen_queries(django_assert_max_num_queries) -> None:
    case_id = busy()
    client = seen_by(caseworker())
    client.get(at(case_id))
    with django_assert_max_num_queries(15):
        assert client.get(at(case_id)).status_code == 200


@pytest.mark.parametrize(
    "actor",
    [
        durham_constable(),
        durham_sergeant(),
        decision_maker(),
        removals_officer(),
        administrator(),
        auditor(),
        duty_desk(),
    ],
    ids=lambda one: one.role,
)
def test_for_others_there_is_no_support_to_see(actor: Actor) -> None:
    case_id = busy()
    client = seen_by(actor)
    for part in PARTS:
        for_her, for_nobody = client.get(at(case_id, part)), client.get(at(uuid4(), part))
        assert for_her.status_code == for_nobody.status_code, part
        assert for_her.status_code in (403, 404) or part == "stays/"
        assert _bytes(for_her, case_id) == _bytes(for_nobody, None) or part == "stays/"
        assert CANARY.encode() not in for_her.content


def _bytes(answer, case_id: UUID | None) -> bytes:
    return answer.content
