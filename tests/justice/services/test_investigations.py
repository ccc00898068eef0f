"""Beginning an investigation, who takes part, and adding a suspect."""

from uuid import uuid4

import pytest

from cast import cleveland_sergeant, durham_constable, prosecutor, removals_officer
from justice import ground
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.justice.models import Investigation, Participation, Suspect
from pentameter.justice.rules.investigations import Part
from pentameter.justice.rules.people import Person
from pentameter.justice.services.investigations import Plan, add_agency, close_investigation, open_investigation
from pentameter.justice.services.loading import NotYet
from pentameter.justice.services.suspects import add_suspect
from pentameter.kernel.actor import Jurisdiction
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
PLAN = Plan("Larch", Jurisdiction.ENGLAND_WALES, ground.ago(3))


def test_whoever_begins_it_leads_it() -> None:
    made = ground.investigation(sent=False)
    row = Investigation.objects.get(pk=made)
    assert (row.agency_id, row.reference[:2]) == ("durham", "J-")
    assert [(one.agency_id, one.part) for one in Participation.objects.all()] == [("durham", "lead")]
    assert Entry.objects.filter(event="investigation_opened", subject_id=str(made)).exists()


def test_a_prosecutor_begins_none_and_a_wave_has_to_be_there() -> None:
    ground.people()
    with pytest.raises(Refused):
        open_investigation(plan=PLAN, by=prosecutor())
    with pytest.raises(NotYet, match="Wave: choose"):
        open_investigation(plan=Plan(PLAN.name, PLAN.jurisdiction, PLAN.opened_on, uuid4()), by=durham_constable())


def test_who_takes_part_and_as_what() -> None:
    made = ground.investigation(sent=False)
    ground.in_database(removals_officer())
    assert add_agency(investigation_id=made, slug="cleveland", by=durham_constable()) is Part.WITH
    assert add_agency(investigation_id=made, slug=prosecutor().agency, by=durham_constable()) is Part.PROSECUTION
    for slug, sentence in (
        ("cleveland", "takes part already"),
        ("nowhere", "choose one of the list"),
        ("immigration-enforcement", "does not take part in investigations"),
    ):
        with pytest.raises(NotYet, match=sentence):
            add_agency(investigation_id=made, slug=slug, by=durham_constable())


def test_who_does_not_take_part_adds_nobody() -> None:
    made = ground.investigation()
    for act in (
        lambda: add_agency(investigation_id=made, slug="kent", by=cleveland_sergeant()),
        lambda: close_investigation(investigation_id=made, on=None, by=cleveland_sergeant()),
        lambda: add_suspect(investigation_id=made, person=Person(name="N"), by=cleveland_sergeant()),
        lambda: add_suspect(investigation_id=uuid4(), person=Person(name="N"), by=durham_constable()),
    ):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.hidden


def test_a_suspect_begins_unchecked_and_under_investigation() -> None:
    made = ground.suspect(asked=False)
    row = Suspect.objects.get(pk=made)
    assert (row.stage, row.check_state, row.mention) == ("suspected", "to_make", None)
    with pytest.raises(NotYet, match="Name: enter"):
        add_suspect(investigation_id=row.investigation_id, person=Person(), by=durham_constable())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    made = ground.investigation(sent=False)
    no_row_no_act(lambda: open_investigation(plan=PLAN, by=durham_constable()))
    no_row_no_act(lambda: add_agency(investigation_id=made, slug="cleveland", by=durham_constable()))
    no_row_no_act(lambda: close_investigation(investigation_id=made, on=ground.ago(0), by=durham_constable()))
    no_row_no_act(lambda: add_suspect(investigation_id=made, person=Person(name="N"), by=durham_constable()))
