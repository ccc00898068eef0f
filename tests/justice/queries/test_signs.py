"""What reports call a suspect is a sign: also a report that nobody of the investigation may read."""

import pytest

from cast import durham_constable, national_analyst, prosecutor
from entities.ground import Ground, judged
from justice import ground
from pentameter.justice.models import Suspect
from pentameter.justice.queries.listing import waiting
from pentameter.justice.queries.signs import signs_of
from pentameter.justice.rules.people import Person
from pentameter.justice.rules.screen import Answer, Source
from pentameter.justice.services.loading import NotYet
from pentameter.justice.services.protection import keep_answers
from pentameter.justice.services.suspects import add_suspect
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db


def test_a_report_that_names_the_suspect_as_a_possible_victim() -> None:
    reports = Ground()
    mine, theirs = reports.mention("durham"), reports.mention("cleveland")
    ground.in_database(national_analyst())
    judged(mine, theirs)
    inside, by = ground.investigation(), durham_constable()
    made = add_suspect(investigation_id=inside, person=Person(name="Mira Testova"), mention=mine, by=by)
    row = Suspect.objects.get(pk=made)
    assert row.mention == min(mine, theirs)
    (found,) = [one for one in signs_of([row])[made] if one.source is Source.REPORTS]
    assert found.answer is Answer.MAY_BE
    assert "names the suspect as a victim or possible victim" in found.sentence


def test_another_report_that_names_the_suspect_as_a_victim_asks_for_the_check_again() -> None:
    reports = Ground()
    mine = reports.mention("durham")
    ground.in_database(national_analyst())
    judged(mine, reports.mention("cleveland"))
    inside, by = ground.investigation(), durham_constable()
    made = add_suspect(investigation_id=inside, person=Person(name="Mira Testova"), mention=mine, by=by)
    keep_answers(answers={made: True}, mark=0, by=SYSTEM)
    ground.checked(made)
    assert (Suspect.objects.get().check_state, waiting(prosecutor()).checks) == ("may_charge", 0)
    judged(mine, reports.mention("cleveland"))
    with pytest.raises(NotYet, match="A report names the suspect as a victim or possible victim"):
        ground.charged(made)
    keep_answers(answers={made: True}, mark=0, by=SYSTEM)
    assert (Suspect.objects.get().check_state, waiting(prosecutor()).checks) == ("ask_again", 1)
    ground.checked(made, 55)
    assert ground.charged(made)


def test_without_suspects_there_are_no_signs() -> None:
    assert signs_of([]) == {}
