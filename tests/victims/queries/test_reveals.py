"""How somebody stands before the gate to where a person is."""

from dataclasses import replace

import pytest

from cast import caseworker
from pentameter.victims.queries.reveals import has_shown, looks_within_an_hour, may_look_again
from pentameter.victims.services.whereabouts import read_whereabouts
from victims.ground import worked_with

pytestmark = pytest.mark.django_db


def test_a_look_counts_for_who_looked() -> None:
    done, by = worked_with(), caseworker()
    assert (has_shown(by), looks_within_an_hour(by), may_look_again(by).allowed) == (True, 0, True)
    read_whereabouts(case_id=done.case_id, purpose="a visit", by=by)
    assert looks_within_an_hour(by) == 1
    assert not may_look_again(replace(by, factor_at=None)).allowed
