"""Every page of a case says what protects her, and offers only the ways that its reader has."""

import pytest

from cast import caseworker, durham_constable
from pentameter.access.api import Compartment, Operation
from pentameter.kernel.actor import Actor
from pentameter.victims.queries.frames import Frame, frame_of
from pentameter.victims.queries.opening import opened
from victims.ground import supported

pytestmark = pytest.mark.django_db


def frame(actor: Actor) -> Frame:
    done = supported()
    return frame_of(opened(done.case_id, actor, Operation.VIEW_CASE, Compartment.IDENTITY), actor)


def test_it_says_what_protects_her_and_whom_to_call() -> None:
    found = frame(caseworker())
    assert found.heading == "Protected from removal"
    assert found.removal.protected
    assert found.desk_number


def test_an_officer_is_offered_no_way_to_her_support() -> None:
    assert "Support" not in dict(frame(durham_constable()).ways)
    assert "Support" in dict(frame(caseworker()).ways)
