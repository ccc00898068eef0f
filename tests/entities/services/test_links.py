"""Saying a link by hand and striking it: audited, refused where it must be, kept for ever."""

import uuid
from datetime import timedelta

import pytest

import cast
from entities import linked
from pentameter.audit.models import Entry
from pentameter.entities.models import Link
from pentameter.entities.services.links import NewLink, add_link, strike_link
from pentameter.intelligence.intake.relations import Relation
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db


def _link(relation: Relation = Relation.CONTROLS) -> NewLink:
    """Otto of Cleveland's report and Mira of Durham's."""
    return NewLink(linked.mention("person", "cleveland", 1), relation, linked.mention("person", "durham"), "Seen so.")


def _said() -> uuid.UUID:
    return add_link(link=_link(), by=cast.durham_constable(), today=clock.today())


def test_a_link_is_kept_sealed_with_its_row_in_the_record() -> None:
    linked.whole()
    row = Link.objects.get(pk=_said())
    assert (row.agency_id, row.made_by, row.struck_at) == ("durham", cast.durham_constable().id, None)
    assert b"Seen so." not in bytes(row.sealed)
    entry = Entry.objects.get(event="link_added")
    assert entry.subject_id == str(row.id)
    assert "Seen so." not in str(entry.detail)


def test_the_same_link_is_said_once_by_an_agency() -> None:
    linked.whole()
    _said()
    with pytest.raises(Refused, match="said this already"):
        _said()
    add_link(link=_link(), by=cast.national_analyst(), today=clock.today())
    assert Link.objects.count() == 2


def test_a_struck_link_stays_and_can_be_said_again() -> None:
    linked.whole()
    first = _said()
    strike_link(link_id=first, reason="It was her sister.", by=cast.durham_sergeant())
    row = Link.objects.get(pk=first)
    assert row.struck_by == cast.durham_sergeant().id
    assert row.struck_sealed
    assert Entry.objects.get(event="link_struck").subject_id == str(first)
    with pytest.raises(Refused, match="already struck"):
        strike_link(link_id=first, reason="Again.", by=cast.durham_sergeant())
    assert _said() != first


def test_another_agency_does_not_strike_it() -> None:
    linked.whole()
    first = _said()
    with pytest.raises(Refused, match="Only the agency that said a link"):
        strike_link(link_id=first, reason="No.", by=cast.cleveland_sergeant())


def test_what_may_not_be_read_is_as_if_it_never_was() -> None:
    linked.whole()
    hidden = linked.mention("person", "garda")
    own = linked.mention("person", "durham")
    said = add_link(link=NewLink(hidden, Relation.CONTROLS, own, "Known."), by=cast.garda(), today=clock.today())
    for target in (hidden, uuid.uuid4()):
        with pytest.raises(Refused) as refusal:
            add_link(link=NewLink(own, Relation.CONTROLS, target, "x"), by=cast.durham_constable(), today=clock.today())
        assert refusal.value.hidden
    for link_id in (said, uuid.uuid4()):
        with pytest.raises(Refused) as refusal:
            strike_link(link_id=link_id, reason="x", by=cast.durham_constable())
        assert refusal.value.hidden


def test_a_thing_is_not_linked_with_itself_under_another_report() -> None:
    linked.whole()
    one, other = linked.mention("person", "durham"), linked.mention("person", "cleveland")
    with pytest.raises(Refused, match="the same thing"):
        add_link(link=NewLink(one, Relation.CONTROLS, other, "x"), by=cast.durham_constable(), today=clock.today())


def test_days_are_in_order() -> None:
    linked.whole()
    today = clock.today()
    link = NewLink(*(_link().source, Relation.CONTROLS, _link().target), "x", today, today - timedelta(1))
    with pytest.raises(Refused, match="before the first"):
        add_link(link=link, by=cast.durham_constable(), today=today)


@pytest.mark.parametrize("who", [cast.caseworker, cast.removals_officer, cast.prosecutor, cast.administrator])
def test_who_has_no_part_in_it_says_none(who) -> None:
    linked.whole()
    with pytest.raises(Refused):
        add_link(link=_link(), by=who(), today=clock.today())


def test_no_row_no_act() -> None:
    linked.whole()
    first = _said()
    other = _link(Relation.TRAVELLED_WITH)
    no_row_no_act(lambda: add_link(link=other, by=cast.durham_constable(), today=clock.today()))
    no_row_no_act(lambda: strike_link(link_id=first, reason="x", by=cast.durham_constable()))
    assert Link.objects.filter(struck_at=None).count() == 1
