"""Is there a problem here? Every force for the centre, one's own for a supervisor, and nothing for the others."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

import cast
from intelligence import ground, many
from pentameter.accounts.models import Agency
from pentameter.intelligence import bulk
from pentameter.intelligence.api import recount
from pentameter.intelligence.models import Report
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.periods import week_of
from pentameter.operations import api as operations
from pentameter.scale.queries.looking import forces, waves
from pentameter.scale.rules.problem import Conclusion, Looking

pytestmark = pytest.mark.django_db


def browser(person: Actor) -> Client:
    return cast.sign_in(Client(), person)


@pytest.fixture
def wave() -> UUID:
    """Durham looked at nine places and found nobody; Cleveland found two people; North Yorkshire said nothing."""
    found = ground.wave()
    for person in (cast.durham_sergeant(), cast.cleveland_sergeant(), cast.national_analyst()):
        cast.in_database(person)
    monday = week_of(clock.today()) - timedelta(days=14)
    nil = operations.WeekReturn(monday, operations.Looked.NIL, premises_visited=9)
    more = operations.WeekReturn(monday, operations.Looked.FOUND, premises_visited=3, people_found=2)
    for agency, said in (("durham", nil), ("cleveland", more)):
        operations.file_return(wave_id=found, agency=agency, word=said, by=SYSTEM, today=clock.today())
    return found


def test_each_force_by_what_it_did(wave: UUID) -> None:
    found = forces(None, by=cast.national_analyst(), today=clock.today())
    assert found is not None
    by_agency = {line.agency: line for line in found.lines}
    assert by_agency["durham"].answer.conclusion is Conclusion.BOUNDED
    assert by_agency["cleveland"].answer.conclusion is Conclusion.HERE
    assert by_agency["north-yorkshire"].answer.conclusion is Conclusion.NOTHING
    seen = by_agency["durham"].seen
    assert (seen.nil, seen.visits, seen.looked) == (1, 9, 1)
    assert seen.silent == seen.weeks - 1
    assert forces(wave, by=cast.national_analyst(), today=clock.today()) == found


def test_the_present_week_is_not_silent_before_it_is_over(wave: UUID) -> None:
    now = week_of(clock.today())
    found = forces(wave, by=cast.national_analyst(), today=clock.today())
    assert found is not None
    durham = next(line for line in found.lines if line.agency == "durham")
    assert now not in {cell.week for cell in durham.cells}
    told = operations.WeekReturn(now, operations.Looked.NIL, premises_visited=1)
    operations.file_return(wave_id=wave, agency="durham", word=told, by=SYSTEM, today=clock.today())
    again = forces(wave, by=cast.national_analyst(), today=clock.today())
    assert again is not None
    line = next(line for line in again.lines if line.agency == "durham")
    assert line.cells[-1].week == now
    assert (line.seen.nil, line.seen.silent) == (2, durham.seen.silent)


def test_a_report_about_its_area_is_a_sign(wave: UUID) -> None:
    Agency.objects.filter(slug="north-yorkshire").update(area="North Yorkshire")
    report = many.report(wave, "durham", clock.today() - timedelta(days=3), area="North Yorkshire")
    bulk.insert(Report, [report])
    recount(by=SYSTEM)
    found = forces(None, by=cast.national_analyst(), today=clock.today())
    assert found is not None
    line = next(one for one in found.lines if one.agency == "north-yorkshire")
    assert line.answer.conclusion is Conclusion.SIGNS
    assert line.seen == Looking(silent=line.seen.silent, reports=1)


def test_the_centre_sees_all_and_a_supervisor_their_own(wave: UUID) -> None:
    everything = browser(cast.national_analyst()).get("/estimates/looking/").content.decode()
    assert "Durham" in everything
    assert "North Yorkshire" in everything
    client = browser(cast.durham_sergeant())
    own = client.get("/estimates/looking/").content.decode()
    assert "/estimates/looking/durham/" in own
    assert "/estimates/looking/north-yorkshire/" not in own
    page = client.get(f"/estimates/looking/durham/?wave={wave}").content.decode()
    assert "The force visited 9 places in 1 week and found nobody." in page
    assert "at most 29 in 100 such places" in page
    assert client.get("/estimates/looking/cleveland/").status_code == 404
    assert client.get("/estimates/looking/nobody/").status_code == 404


def test_the_others_may_not_ask(wave: UUID) -> None:
    for person in (cast.durham_constable(), cast.caseworker(), cast.removals_officer()):
        assert browser(person).get("/estimates/looking/").status_code == 403


def test_an_address_that_makes_no_sense_gives_the_latest_wave_and_no_wave_is_said(wave: UUID) -> None:
    client = browser(cast.national_analyst())
    assert "First wave" in client.get("/estimates/looking/?wave=x").content.decode()
    never = "00000000-0000-7000-8000-000000000000"
    assert "No wave has begun." in client.get(f"/estimates/looking/?wave={never}").content.decode()


def test_before_any_wave_nothing_can_be_asked() -> None:
    cast.in_database(cast.national_analyst())
    assert waves(clock.today()) == ()
    assert "No wave has begun." in browser(cast.national_analyst()).get("/estimates/looking/").content.decode()
