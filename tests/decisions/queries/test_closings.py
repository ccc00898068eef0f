"""What the gate is told of a person, and by which standard she is decided on."""

import pytest

from cast import decision_maker
from decisions import persons
from pentameter.access.api import Operation
from pentameter.decisions.queries.closings import circumstances, closing_of, outstanding, standard_of
from pentameter.decisions.rules.gate import Told, gate
from pentameter.decisions.rules.states import Kind
from pentameter.decisions.services.loading import opened_matter

pytestmark = pytest.mark.django_db


def test_the_gate_is_told_everything_for_a_removal_and_nothing_is_assumed() -> None:
    case_id = persons.run_out()
    persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    persons.taken_up(case_id, Kind.ASYLUM)
    here = opened_matter(made, Operation.VIEW_MATTERS, decision_maker())
    known = circumstances(here.row, here.case, here.others, decision_maker())
    closing = closing_of(here.row, here.case, persons.draft(), decision_maker(), known)
    assert closing.hearing.told is Told.DISCLOSED
    assert closing.removal.allowed
    assert closing.outstanding == ("A decision on asylum is open.",)
    unknown = closing_of(here.row, here.case, persons.draft(), decision_maker(), None)
    assert not gate(unknown).allowed


def test_a_removal_waits_for_asylum_and_asylum_not_for_a_removal() -> None:
    case_id = persons.run_out()
    removal, asylum = persons.taken_up(case_id), persons.taken_up(case_id, Kind.ASYLUM)
    for matter, kind, said in ((removal, Kind.REMOVAL, 1), (asylum, Kind.ASYLUM, 0)):
        here = opened_matter(matter, Operation.VIEW_MATTERS, decision_maker())
        assert len(outstanding(kind, here.others, persons.today())) == said


def test_the_standard_is_that_of_the_rule_of_the_day() -> None:
    made = persons.taken_up(persons.run_out(), Kind.CONCLUSIVE_GROUNDS)
    here = opened_matter(made, Operation.VIEW_MATTERS, decision_maker())
    found = standard_of(here.row, here.case, persons.today())
    assert "balance of probabilities" in found.words
    assert (found.source, found.to_confirm) == ("UK-NABA61", True)
