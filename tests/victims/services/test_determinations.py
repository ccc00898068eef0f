"""Protection ends early only by a determination that is whole, on a ground that the rules know."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cast import caseworker, decision_maker, without_second_factor
from no_row_no_act import no_row_no_act
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Alert, Case, CaseEvent, Standing
from pentameter.victims.rules.events import Event, EventKind, Outcome
from pentameter.victims.services.determinations import Determination, determine
from pentameter.victims.services.events import record_event
from victims.ground import rescued, supported

pytestmark = pytest.mark.django_db
TODAY = clock.today()
WHOLE = Determination(TODAY, "public_order", "File 7, page 2", "A. Decider", "As found.", TODAY + timedelta(days=60))


def in_her_period():
    done = supported(found_on=TODAY - timedelta(days=10))
    grounds = Event(EventKind.REASONABLE_GROUNDS, on=TODAY - timedelta(days=8), outcome=Outcome.POSITIVE)
    record_event(case_id=done.case_id, event=grounds, origin="decision", by=decision_maker())
    return done


def test_a_whole_determination_ends_it_and_alerts() -> None:
    done = in_her_period()
    determine(case_id=done.case_id, determination=WHOLE, by=decision_maker())
    assert Standing.objects.get(case_id=done.case_id, clock="removal").earliest_end == TODAY
    (alert,) = Alert.objects.filter(kind="determined")
    assert "early" in alert.sentence
    assert b"As found." not in bytes(CaseEvent.objects.get(kind="disqualified").sealed or b"")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"ground": ""}, "ground"),
        ({"evidence": " "}, "evidence"),
        ({"decider": ""}, "decider"),
        ({"reasons": ""}, "reasons"),
        ({"review_on": TODAY}, "review date"),
        ({"ground": "tiredness"}, "No rule of this case"),
        ({"on": TODAY + timedelta(days=1)}, "has not come yet"),
    ],
)
def test_what_lacks_anything_is_refused(change: dict[str, object], said: str) -> None:
    done = in_her_period()
    with pytest.raises(Refused, match=said):
        determine(case_id=done.case_id, determination=replace(WHOLE, **change), by=decision_maker())


def test_only_a_decision_maker_with_a_second_factor_on_an_open_case() -> None:
    done = in_her_period()
    for person in (caseworker(), without_second_factor(decision_maker())):
        with pytest.raises(Refused):
            determine(case_id=done.case_id, determination=WHOLE, by=person)
    Case.objects.update(state="closed")
    with pytest.raises(Refused, match="Open it again"):
        determine(case_id=done.case_id, determination=WHOLE, by=decision_maker())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_determination() -> None:
    done = rescued()
    no_row_no_act(lambda: determine(case_id=done.case_id, determination=WHOLE, by=decision_maker()))
