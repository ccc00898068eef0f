"""Whether suspects may be somebody protected: what is told to justice is one word, and what is not known is told so."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from decisions.ground import ZORANA, protected, stage
from justice import ground
from pentameter.audit.models import Entry
from pentameter.decisions import tasks
from pentameter.decisions.services.suspects import ask_about_suspects
from pentameter.justice.models import Protection, Suspect
from pentameter.justice.rules.people import Person
from pentameter.justice.services.loading import NotYet
from pentameter.justice.services.suspects import add_suspect
from pentameter.kernel.actor import SYSTEM
from pentameter.victims.models import CaseKey

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stage() -> None:
    stage()
    ground.people()


def answer(suspect_id: UUID) -> str:
    return Protection.objects.get(suspect=suspect_id).answer


def named(name: str, born: str = "", other: str = "") -> UUID:
    by = ground.durham_constable()
    person = Person(name=name, born=born, other_names=other)
    return add_suspect(investigation_id=ground.investigation(), person=person, by=by)


def test_one_who_is_protected_may_be_and_another_is_not() -> None:
    protected()
    same, other = named("Zorana TESTOVA", "1991-03-25"), named("Ignatius Okwuosa", "1984-12-30")
    assert ask_about_suspects(by=SYSTEM) == 2
    assert (answer(same), answer(other)) == ("may_be", "nothing")
    assert ask_about_suspects(by=SYSTEM) == 0


def test_another_name_finds_her_too() -> None:
    protected()
    made = named("Unknown Woman Two", "1990-03-25", "Nobody; Zorana Testova")
    ask_about_suspects(by=SYSTEM)
    assert answer(made) == "may_be"


def test_who_becomes_protected_later_is_found_by_the_worker_without_anybody_asking() -> None:
    made = named("Zorana Testova", "1990-03-25")
    tasks.ask_about()
    assert answer(made) == "nothing"
    protected()
    tasks.ask_about()
    assert answer(made) == "may_be"


def test_what_cannot_be_read_is_not_known_and_stops_a_charge() -> None:
    case = protected().case_id
    CaseKey.objects.filter(case=case).update(wrapped=b"nothing that opens")
    made = ground.suspect(asked=False)
    ask_about_suspects(by=SYSTEM)
    assert answer(made) == "unknown"
    with pytest.raises(NotYet, match="It is not known yet whether this is somebody protected: call the duty desk"):
        ground.charged(made)


def test_too_little_said_may_be() -> None:
    protected()
    made = named("Zo")
    ask_about_suspects(by=SYSTEM)
    assert answer(made) == "may_be"


def test_nothing_of_her_comes_to_justice() -> None:
    case = protected()
    made = named("Zorana Testova", ZORANA.born)
    ask_about_suspects(by=SYSTEM)
    kept = str(list(Protection.objects.values_list())) + str(list(Suspect.objects.values_list()))
    row = Entry.objects.filter(event="suspect_asked_about").latest("seq")
    assert row.subject_id == str(made)
    for secret in (str(case.case_id), case.reference, "Testova"):
        assert secret not in kept + str(row.detail)


def test_where_nobody_is_to_be_asked_about_nobody_is_compared() -> None:
    protected()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert ask_about_suspects(by=SYSTEM) == 0
    assert not [one for one in asked.captured_queries if "victims_casekey" in one["sql"]]
