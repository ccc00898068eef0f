"""Who said in her case that she does not wish to be counted is left out, and so is whoever may be her."""

from dataclasses import replace
from uuid import UUID

import pytest

import cast
from entities.matched import ADA, person, place, take_in
from intelligence import ground as reports
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused
from pentameter.scale.models import Frozen, Progress
from pentameter.scale.queries.runs import run_whole
from pentameter.scale.services.asking import ask_run
from pentameter.scale.services.freezing import freeze_lists
from pentameter.scale.services.running import carry_out
from pentameter.victims.models import CaseKey
from pentameter.victims.rules.cases import Identity
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.services.rescue import register_rescue
from scale import scene
from victims import ground as cases
from victims.records import says

pytestmark = pytest.mark.django_db
HER = Identity(name=ADA["name"], born=ADA["dob"], nationality="GB", sex="female", documents=(ADA["document"],))
OTHER = {**ADA, "name": "Beatrix Underwood", "dob": "1977-11-23", "document": "811927364"}


@pytest.fixture(autouse=True)
def _two_women() -> None:
    """Both reported by Durham, and placed."""
    rows = [reports.good(1, **person(ADA, "victim")), reports.good(2, **person(OTHER, "victim"))]
    take_in(rows, reports.wave())
    place()


def counted() -> tuple[int, int]:
    """How many are on the lists, and how many were left out for want of consent."""
    run_id = ask_run(question=scene.this_year(), by=cast.statistician(), today=clock.today())
    freeze_lists(run_id=run_id, by=SYSTEM)
    whole = run_whole(run_id)
    assert whole.table is not None
    assert whole.ground is not None
    return whole.table.people, whole.ground.without_consent


def her_case() -> UUID:
    cases.agencies()
    cast.in_database(cast.durham_constable())
    return register_rescue(rescue=replace(cases.a_rescue(), identity=HER), by=cast.durham_constable()).case_id


def test_nobody_is_left_out_who_said_nothing() -> None:
    her_case()
    assert counted() == (2, 0)


@pytest.mark.parametrize("agency", ["", "northern-support"], ids=["to anybody", "to one organisation"])
def test_whoever_refused_is_not_counted(agency: str) -> None:
    case_id = her_case()
    cast.in_database(cast.caseworker())
    says(case_id, Said.REFUSED, purpose=Purpose.STATISTICS, agency=agency)
    assert counted() == (1, 1)


def test_whoever_consents_later_is_counted_again() -> None:
    case_id = her_case()
    says(case_id, Said.REFUSED, purpose=Purpose.STATISTICS)
    says(case_id, Said.GIVEN, purpose=Purpose.STATISTICS)
    assert counted() == (2, 0)


def test_where_nobody_knows_whom_to_leave_out_nothing_is_frozen() -> None:
    case_id = her_case()
    says(case_id, Said.REFUSED, purpose=Purpose.STATISTICS)
    CaseKey.objects.filter(case_id=case_id).delete()
    run_id = ask_run(question=scene.this_year(), by=cast.statistician(), today=clock.today())
    with pytest.raises(Refused, match="Nothing is frozen"):
        carry_out(run_id=run_id, by=SYSTEM)
    assert not Frozen.objects.exists()
    assert "do not open" in Progress.objects.get(run_id=run_id).what
