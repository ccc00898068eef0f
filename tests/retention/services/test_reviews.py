"""Review, retain, dispose: two people, reasons that stay, and everything that stands against it."""

from datetime import timedelta
from uuid import UUID

import pytest

from cast import caseworker, cleveland_sergeant, durham_constable, durham_sergeant, duty_desk, in_database
from intelligence import ground
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.retention.models import Hold, Review
from pentameter.retention.rules.groups import Kind
from pentameter.retention.services import reviews
from pentameter.victims.models import Case, CaseKey
from retention.ground import old_case, old_report

pytestmark = pytest.mark.django_db


def proposed(item: UUID, kind: Kind = Kind.REPORT) -> UUID:
    by = durham_sergeant() if kind is Kind.REPORT else caseworker()
    reviews.propose_disposal(kind=kind, item=item, reason="over", words="Asked of the desk.", by=by)
    return item


def test_a_report_goes_on_two_peoples_word() -> None:
    item = proposed(old_report())
    with pytest.raises(Refused, match="Another person"):
        reviews.confirm_disposal(kind=Kind.REPORT, item=item, by=durham_sergeant())
    page = reviews.show_item(kind=Kind.REPORT, item=item, by=durham_constable())
    assert (page.proposal is not None, page.against, page.may_decide) == (True, (), False)
    reviews.confirm_disposal(kind=Kind.REPORT, item=item, by=durham_constable())
    row = Review.objects.get()
    assert (row.confirmed_by, row.reason, row.words) == (durham_constable().id, "over", "")
    said = Entry.objects.get(event="disposal_confirmed")
    assert (said.subject_id, said.actor) == (str(item), durham_constable().id)
    with pytest.raises(Refused):
        reviews.propose_disposal(kind=Kind.REPORT, item=item, reason="over", words="", by=durham_sergeant())


def test_a_case_goes_on_two_peoples_word_and_its_key_with_it() -> None:
    item = proposed(old_case(), Kind.CASE)
    with pytest.raises(Refused, match="Another person"):
        reviews.confirm_disposal(kind=Kind.CASE, item=item, by=caseworker())
    reviews.confirm_disposal(kind=Kind.CASE, item=item, by=duty_desk())
    assert Case.objects.get(pk=item).state == "erased"
    assert not CaseKey.objects.exists()
    assert Entry.objects.filter(event="case_erased").count() == 1


def test_whoever_is_protected_is_retained() -> None:
    item = old_case(protected=True)
    with pytest.raises(Refused, match="protects somebody"):
        proposed(item, Kind.CASE)
    page = reviews.show_item(kind=Kind.CASE, item=item, by=caseworker())
    assert any("protects" in one for one in page.against)


def test_a_report_that_may_name_somebody_protected_is_retained() -> None:
    old_case(protected=True)
    wave_id = ground.wave()
    hers = old_report(1, wave_id=wave_id, person1_name="TESTOVA, Zorana")
    nameless = old_report(2, wave_id=wave_id, person1_name="")
    other = old_report(3, wave_id=wave_id, person1_name="Ilinca Dobrescu")
    with pytest.raises(Refused, match="protects somebody, or may"):
        proposed(hers)
    with pytest.raises(Refused, match="Whether it protects somebody is not known"):
        proposed(nameless)
    proposed(other)


def test_what_is_too_young_is_not_due() -> None:
    with pytest.raises(Refused, match="review is due"):
        proposed(old_report(years=9))


def test_it_is_undone_until_the_second_person_confirms() -> None:
    item = proposed(old_report())
    reviews.withdraw_disposal(kind=Kind.REPORT, item=item, by=durham_constable())
    with pytest.raises(Refused, match="Nothing is proposed"):
        reviews.confirm_disposal(kind=Kind.REPORT, item=item, by=durham_constable())
    with pytest.raises(Refused, match="Nothing is proposed"):
        reviews.withdraw_disposal(kind=Kind.REPORT, item=item, by=durham_constable())
    proposed(item)
    with pytest.raises(Refused, match="already"):
        proposed(item)


def test_what_is_retained_is_due_again_when_that_is_over() -> None:
    item, until = proposed(old_report()), clock.today() + timedelta(days=400)
    said = {"reason": "harm", "words": "", "until": until}
    reviews.retain(kind=Kind.REPORT, item=item, **said, by=durham_sergeant())
    assert Review.objects.get(outcome="dispose").withdrawn_by == durham_sergeant().id
    assert reviews.show_due(by=durham_sergeant()).reports == ()
    with pytest.raises(Refused, match="review is due"):
        proposed(item)
    for day, why in ((clock.today(), "still to come"), (until + timedelta(days=6000), "reviewed again")):
        with pytest.raises(Refused, match=why):
            reviews.retain(kind=Kind.REPORT, item=item, reason="harm", words="", until=day, by=durham_sergeant())


def test_a_legal_hold_stands_until_another_lifts_it() -> None:
    item = proposed(old_report())
    reviews.place_hold(kind=Kind.REPORT, item=item, words="Inquiry 7", by=durham_sergeant())
    assert Review.objects.get().withdrawn_at is not None
    with pytest.raises(Refused, match="legal hold"):
        proposed(item)
    with pytest.raises(Refused, match="Another person"):
        reviews.lift_hold(kind=Kind.REPORT, item=item, by=durham_sergeant())
    with pytest.raises(Refused):
        reviews.lift_hold(kind=Kind.REPORT, item=item, by=durham_constable())
    assert Hold.objects.get().lifted_at is None


def test_others_do_not_even_learn_that_it_is_there() -> None:
    item = old_report()
    in_database(cleveland_sergeant())
    for act in (reviews.show_item, reviews.confirm_disposal, reviews.withdraw_disposal):
        with pytest.raises(Refused) as told:
            act(kind=Kind.REPORT, item=item, by=cleveland_sergeant())
        assert told.value.hidden
    with pytest.raises(Refused) as told:
        reviews.show_item(kind=Kind.CASE, item=old_case(), by=cleveland_sergeant())
    assert told.value.hidden or "may not" in told.value.reason


def test_what_is_due_and_what_waits() -> None:
    item, case = old_report(), old_case()
    mine = reviews.show_due(by=durham_sergeant())
    assert [one.id for one in mine.reports] == [item]
    assert [one.id for one in reviews.show_due(by=caseworker()).cases] == [case]
    proposed(item)
    proposed(case, Kind.CASE)
    assert [one.item for one in reviews.show_due(by=durham_constable()).proposed_reports] == [item]
    assert [one.item for one in reviews.show_due(by=duty_desk()).proposed_cases] == [case]
    assert reviews.show_due(by=durham_sergeant()).proposed == 0
    assert reviews.show_due(by=caseworker()).due == 0


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    item = old_report()
    said = {"kind": Kind.REPORT, "item": item}
    until = clock.today() + timedelta(days=400)
    no_row_no_act(lambda: reviews.show_due(by=durham_sergeant()))
    no_row_no_act(lambda: reviews.retain(**said, reason="harm", words="", until=until, by=durham_sergeant()))
    no_row_no_act(lambda: reviews.place_hold(**said, words="x", by=durham_sergeant()))
    no_row_no_act(lambda: reviews.propose_disposal(**said, reason="over", words="", by=durham_sergeant()))
    proposed(item)
    no_row_no_act(lambda: reviews.withdraw_disposal(**said, by=durham_sergeant()))
    no_row_no_act(lambda: reviews.confirm_disposal(**said, by=durham_constable()))
