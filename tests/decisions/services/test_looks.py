"""Looks are written down, and show what the one who looks may see."""

from uuid import uuid4

import pytest

from cast import caseworker, decision_maker, duty_desk, outsider, removals_officer
from decisions import persons
from pentameter.audit.models import Entry
from pentameter.decisions.queries.matters import MatterFilter
from pentameter.decisions.rules.drafts import Draft
from pentameter.decisions.rules.states import Kind, Result
from pentameter.decisions.services.looks import show_case, show_matter, show_matters
from pentameter.decisions.services.matters import save_draft
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db


def test_every_look_leaves_its_row() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id)
    show_matters(chosen=MatterFilter(), by=decision_maker())
    show_matter(matter_id=made, by=duty_desk())
    show_case(case_id=case_id, by=caseworker())
    events = Entry.objects.filter(event__in=["matters_shown", "matter_read"]).order_by("seq")
    assert [(one.event, one.role) for one in events] == [
        ("matters_shown", "decision_maker"),
        ("matter_read", "duty_desk"),
        ("matters_shown", "caseworker"),
    ]
    no_row_no_act(lambda: show_matters(chosen=MatterFilter(), by=decision_maker()))
    no_row_no_act(lambda: show_matter(matter_id=made, by=decision_maker()))
    no_row_no_act(lambda: show_case(case_id=case_id, by=decision_maker()))


def test_drafts_and_steps_are_for_those_who_decide() -> None:
    made = persons.taken_up(persons.run_out(), Kind.ASYLUM)
    save_draft(matter_id=made, draft=persons.draft(Result.REFUSED), version=2, by=decision_maker())
    assert show_matter(matter_id=made, by=decision_maker()).checks
    page = show_matter(matter_id=made, by=caseworker())
    assert (page.card.draft, page.checks, page.may_decide) == (Draft(), (), False)


def test_the_frame_of_a_decision_maker_names_nobody_who_supports_her() -> None:
    case_id = persons.run_out()
    assert show_case(case_id=case_id, by=decision_maker()).frame.support is None
    assert show_case(case_id=case_id, by=caseworker()).frame.support == "Northern Support"


def test_who_may_not_look_is_refused_and_what_never_was_is_hidden() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id)
    for person in (removals_officer(), outsider()):
        with pytest.raises(Refused):
            show_matter(matter_id=made, by=person)
        with pytest.raises(Refused):
            show_case(case_id=case_id, by=person)
    with pytest.raises(Refused) as refusal:
        show_matter(matter_id=uuid4(), by=decision_maker())
    assert refusal.value.hidden
