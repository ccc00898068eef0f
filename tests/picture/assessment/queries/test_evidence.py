"""What is gathered for an assessment: of the wave alone, counted over all reports, in a fixed number of queries."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import national_analyst
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.verdict import Refused
from pentameter.operations.api import every_wave
from pentameter.picture.assessment.queries.evidence import gathered
from pentameter.victims.api import Outcome
from picture import scene
from picture.assessment.ground import a_whole_wave, evidence, referred

pytestmark = pytest.mark.django_db


def test_what_is_gathered_is_of_the_wave_alone() -> None:
    one = a_whole_wave()
    other = scene.a_wave()
    assert evidence(other).picture.tallies.total.counted == 0
    assert evidence(one).picture.tallies.total.counted == 60
    assert evidence(one).picture.wave.starts_on <= clock.today() - timedelta(weeks=6)


def test_counts_are_of_all_reports_and_words_of_none() -> None:
    found = evidence(a_whole_wave())
    assert found.picture.rights.sees_all
    assert found.picture.latest == ()


def test_people_and_decisions_are_counted_over_all_waves() -> None:
    of = scene.a_wave()
    referred(2, grounds=Outcome.POSITIVE)
    found = evidence(of)
    assert sum(found.referrals.groups.values()) == 2
    assert sum(found.decisions.values()) == 2


def test_the_command_line_reads_no_report_for_its_way() -> None:
    of = a_whole_wave()
    assert evidence(of, SYSTEM).flows == ()
    assert evidence(of, SYSTEM).picture.tallies.total.counted == 60


def test_a_wave_that_never_was() -> None:
    scene.a_wave()
    with pytest.raises(Refused):
        gathered(UUID(int=7), national_analyst(), at=clock.now(), today=clock.today())


def test_a_wave_that_is_known_from_publications_alone_is_not_assessed() -> None:
    of = a_whole_wave()
    published = next(one.wave for one in every_wave() if one.wave.is_history)
    assert evidence(of).picture.wave.id != published.id
    with pytest.raises(Refused) as refused:
        gathered(published.id, national_analyst(), at=clock.now(), today=clock.today())
    assert refused.value.hidden


def test_more_people_ask_no_more_queries() -> None:
    of = a_whole_wave()
    referred(1)
    few = _asked(of, national_analyst())
    referred(5)
    assert _asked(of, national_analyst()) == few


def _asked(of: scene.Scene, by: Actor) -> int:
    with CaptureQueriesContext(connection) as captured:
        evidence(of, by)
    return len(captured)
