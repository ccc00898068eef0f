"""A force's own page: open to its own people and the national centre, with what it sent and what is expected."""

import pytest

from cast import auditor, cleveland_sergeant, durham_constable, national_analyst, outsider, prosecutor
from entities import linked
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.entities.queries.shared import SharedCounts
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.picture.pages.force import ForcePage
from pentameter.picture.queries.force import Force
from pentameter.picture.services import list_forces, show_force
from picture import scene

pytestmark = pytest.mark.django_db


def shown(slug: str, by: Actor) -> Force:
    """A force, by the service."""
    return show_force(slug=slug, by=by, at=clock.now(), today=clock.today())


def test_what_was_sent_and_what_became_of_it() -> None:
    linked.whole()
    found = shown("durham", durham_constable())
    assert (found.sent.files, found.sent.rows, found.sent.accepted) == (1, 1, 1)
    page = ForcePage(found, durham_constable())
    assert page.own
    assert sum(count for _, count, _ in page.fates) == found.sent.rows
    assert Entry.objects.latest("seq").event == "force_shown"
    no_row_no_act(lambda: shown("durham", durham_constable()))


@pytest.mark.parametrize("reader", [outsider(), cleveland_sergeant()], ids=["kent", "cleveland"])
def test_another_force_is_as_if_it_never_was(reader: Actor) -> None:
    scene.whole(30)
    for slug in ("durham", "atlantis"):
        with pytest.raises(Refused) as refused:
            shown(slug, reader)
        assert refused.value.hidden
    with pytest.raises(Refused):
        shown("durham", prosecutor())


def test_the_national_centre_sees_all_and_an_auditor_too() -> None:
    scene.whole(30)
    for reader in (national_analyst(), auditor()):
        assert shown("kent", reader).agency.name == "Kent Police"
        assert "kent" in {row.slug for row in list_forces(by=reader, today=clock.today()).rows}
    with pytest.raises(Refused):
        shown("atlantis", national_analyst())


def test_others_are_led_to_their_own() -> None:
    scene.whole(30)
    found = list_forces(by=durham_constable(), today=clock.today())
    assert (found.rows, found.own) == ((), "durham")


def test_what_is_expected_is_told_with_its_way_to_those_who_may() -> None:
    scene.whole(30)
    mine = ForcePage(shown("kent", outsider()), outsider())
    late = [one for one in mine.expected if one.tag == "late"]
    assert late
    assert all("/return/?week=" in one.url for one in late)
    theirs = ForcePage(shown("kent", national_analyst()), national_analyst())
    assert [one.what for one in theirs.expected if one.tag == "late"] == [one.what for one in late]
    assert all("/return/" not in one.url for one in theirs.expected)
    assert (theirs.intake_url, theirs.interests_url) == ("", "")


def test_an_agency_that_sent_nothing_is_an_empty_page_and_no_error() -> None:
    scene.a_wave(participants=())
    found = shown("kent", outsider())
    page = ForcePage(found, outsider())
    assert (found.sent.files, found.shared, page.expected, page.callers) == (0, SharedCounts(), [], [])


def test_reviews_are_told_to_those_who_judge_for_their_own_force_alone() -> None:
    scene.whole(30)
    assert shown("cleveland", cleveland_sergeant()).reviews == 0
    assert shown("durham", durham_constable()).reviews is None
    assert shown("cleveland", national_analyst()).reviews is None


def test_a_fixed_number_of_queries(django_assert_max_num_queries) -> None:
    scene.whole(60)
    with django_assert_max_num_queries(12):  # with the savepoint and the row in the record
        shown("cleveland", cleveland_sergeant())
