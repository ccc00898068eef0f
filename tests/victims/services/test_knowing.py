"""Who needs to know: assigned by the organisation that supports her, by a share until a day, by broken glass."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from cast import (
    administrator,
    caseworker,
    cleveland_sergeant,
    durham_constable,
    duty_desk,
    in_database,
    outsider,
    removals_officer,
)
from no_row_no_act import no_row_no_act
from pentameter.access.api import Compartment, Operation
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Alert, NeedToKnow
from pentameter.victims.queries.opening import opened
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.services.cases import list_cases
from pentameter.victims.services.changes import close_case
from pentameter.victims.services.consent import Saying, record_consent, withdraw_consent
from pentameter.victims.services.fitting import DoesNotFit
from pentameter.victims.services.knowing import assign_case, break_glass, end_need, share_case, show_people
from victims.ground import rescued, supported, worked_with

pytestmark = pytest.mark.django_db


def may_open(case_id: UUID, actor: Actor) -> bool:
    try:
        opened(case_id, actor, Operation.VIEW_CASE, Compartment.IDENTITY)
    except Refused:
        return False
    return True


def consents(case_id: UUID, until: date | None = None) -> UUID:
    saying = Saying(Purpose.SHARE, Said.GIVEN, until=until)
    return record_consent(case_id=case_id, saying=saying, by=caseworker())


def share(case_id: UUID, with_: Actor, until: date, by: Actor | None = None) -> None:
    username = in_database(with_).username
    share_case(case_id=case_id, username=username, until=until, purpose="a joint visit", by=by or caseworker())


def test_the_organisation_says_who_works_with_her() -> None:
    done = supported()
    page = show_people(case_id=done.case_id, by=caseworker())
    assert [one.name for one in page.colleagues] == [caseworker().name]
    assign_case(case_id=done.case_id, person=UUID(caseworker().id), by=caseworker())
    assign_case(case_id=done.case_id, person=UUID(caseworker().id), by=duty_desk())
    page = show_people(case_id=done.case_id, by=caseworker())
    assert [one.is_live for one in page.needs] == [True, False], "to say it twice is to say it once"
    row = Entry.objects.filter(event="case_assigned").order_by("-seq")[0]
    assert caseworker().id in row.detail


def test_nobody_of_elsewhere_and_nobody_unknown_is_assigned() -> None:
    done = supported()
    in_database(durham_constable())
    for person, sentence in ((durham_constable().id, "does not work for"), (str(uuid4()), "no open account")):
        with pytest.raises(DoesNotFit, match=sentence):
            assign_case(case_id=done.case_id, person=UUID(person), by=caseworker())


def test_before_an_organisation_supports_her_nobody_is_assigned() -> None:
    done = rescued()
    in_database(caseworker())
    assert show_people(case_id=done.case_id, by=duty_desk()).colleagues == ()
    with pytest.raises(DoesNotFit, match="No organisation supports her yet"):
        assign_case(case_id=done.case_id, person=UUID(caseworker().id), by=duty_desk())


def test_a_share_opens_the_record_to_one_person_until_its_last_day() -> None:
    done = supported()
    assert not may_open(done.case_id, outsider())
    consents(done.case_id)
    share(done.case_id, outsider(), clock.today())
    assert may_open(done.case_id, outsider())
    NeedToKnow.objects.update(until=clock.now() - timedelta(seconds=1))
    assert not may_open(done.case_id, outsider())


def test_nothing_is_shared_without_her_consent_and_a_share_ends_with_it() -> None:
    done = supported()
    with pytest.raises(DoesNotFit, match="asked"):
        share(done.case_id, outsider(), clock.today())
    given = consents(done.case_id)
    share(done.case_id, outsider(), clock.today())
    assert may_open(done.case_id, outsider())
    assert list_cases(by=outsider()).total == 1
    withdraw_consent(case_id=done.case_id, consent_id=given, by=caseworker())
    assert not may_open(done.case_id, outsider())
    assert list_cases(by=outsider()).total == 0
    consents(done.case_id)
    assert not may_open(done.case_id, outsider()), "what closed stays closed until it is shared again"
    share(done.case_id, outsider(), clock.today())
    assert may_open(done.case_id, outsider())


def test_a_share_lasts_no_longer_than_her_consent() -> None:
    done = supported()
    consents(done.case_id, until=clock.today() + timedelta(days=1))
    with pytest.raises(DoesNotFit, match="Her consent ended with"):
        share(done.case_id, outsider(), clock.today() + timedelta(days=3))
    share(done.case_id, outsider(), clock.today() + timedelta(days=1))


@pytest.mark.parametrize(
    ("person", "days", "field"),
    [(removals_officer(), 1, "username"), (administrator(), 1, "username"), (outsider(), -2, "until")],
    ids=["removals officer", "administrator", "a day that is over"],
)
def test_a_share_that_cannot_be_is_said_at_its_field(person: Actor, days: int, field: str) -> None:
    done = supported()
    consents(done.case_id)
    with pytest.raises(DoesNotFit) as wrong:
        share(done.case_id, person, clock.today() + timedelta(days=days))
    assert wrong.value.field == field
    assert not NeedToKnow.objects.exists()


def test_a_name_that_nobody_has_is_said() -> None:
    done = supported()
    with pytest.raises(DoesNotFit, match="Nobody with an open account has the username nobody"):
        share_case(case_id=done.case_id, username="nobody", until=clock.today(), purpose="x", by=caseworker())


def test_only_who_supports_her_shares() -> None:
    done = supported()
    with pytest.raises(Refused):
        share(done.case_id, outsider(), clock.today(), by=durham_constable())


def test_broken_glass_opens_a_case_for_four_hours_and_the_desk_is_told() -> None:
    done = supported()
    in_database(cleveland_sergeant())
    assert not may_open(done.case_id, cleveland_sergeant())
    typed = done.reference.lower().replace("-", " ")
    assert break_glass(reference=typed, purpose="she called for help", by=cleveland_sergeant()) == done.case_id
    assert may_open(done.case_id, cleveland_sergeant())
    need = NeedToKnow.objects.get()
    assert need.until is not None
    assert timedelta(hours=3, minutes=59) < need.until - need.began_at <= timedelta(hours=4)
    alert = Alert.objects.get(kind="glass")
    assert (alert.agency_id, alert.case_id) == (None, done.case_id)
    row = Entry.objects.get(event="glass_broken")
    assert (row.purpose, row.subject_id) == ("she called for help", str(done.case_id))
    NeedToKnow.objects.update(until=clock.now() - timedelta(seconds=1))
    assert not may_open(done.case_id, cleveland_sergeant())


def test_glass_that_is_broken_by_trying_is_kept_too() -> None:
    in_database(cleveland_sergeant())
    assert break_glass(reference="H-0000-0000", purpose="trying", by=cleveland_sergeant()) is None
    assert '"found":false' in Entry.objects.get(event="glass_broken").detail.replace(" ", "")
    assert not Alert.objects.exists()


@pytest.mark.parametrize("actor", [durham_constable(), removals_officer(), administrator()], ids=lambda one: one.role)
def test_others_break_no_glass(actor: Actor) -> None:
    done = supported()
    with pytest.raises(Refused):
        break_glass(reference=done.reference, purpose="x", by=actor)


def test_what_was_given_is_ended_before_its_time_in_a_closed_case_too() -> None:
    done = worked_with()
    consents(done.case_id)
    share(done.case_id, outsider(), clock.today())
    close_case(case_id=done.case_id, reason="moved", by=caseworker())
    need = NeedToKnow.objects.get(kind="share")
    end_need(case_id=done.case_id, need_id=need.id, by=caseworker())
    end_need(case_id=done.case_id, need_id=need.id, by=caseworker())
    assert not may_open(done.case_id, outsider())
    with pytest.raises(Refused) as answer:
        end_need(case_id=done.case_id, need_id=uuid4(), by=caseworker())
    assert answer.value.hidden


def test_a_closed_case_takes_nobody_new() -> None:
    done = supported()
    close_case(case_id=done.case_id, reason="moved", by=caseworker())
    with pytest.raises(Refused, match="Open it again first"):
        assign_case(case_id=done.case_id, person=UUID(caseworker().id), by=caseworker())
    assert not show_people(case_id=done.case_id, by=caseworker()).may_assign


@pytest.mark.django_db(transaction=True)
def test_no_row_nobody_knows() -> None:
    done = worked_with()
    in_database(outsider())
    in_database(cleveland_sergeant())
    consents(done.case_id)
    need = NeedToKnow.objects.get()
    no_row_no_act(lambda: show_people(case_id=done.case_id, by=caseworker()))
    no_row_no_act(lambda: assign_case(case_id=done.case_id, person=UUID(caseworker().id), by=caseworker()))
    no_row_no_act(lambda: share(done.case_id, outsider(), clock.today()))
    no_row_no_act(lambda: end_need(case_id=done.case_id, need_id=need.id, by=caseworker()))
    no_row_no_act(lambda: break_glass(reference=done.reference, purpose="x", by=cleveland_sergeant()))
    no_row_no_act(lambda: break_glass(reference="H-0000-0000", purpose="x", by=cleveland_sergeant()))
