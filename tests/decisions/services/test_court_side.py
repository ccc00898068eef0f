"""Her side of a prosecution: kept with her case, on her consent, and unknown to the investigation."""

from uuid import UUID, uuid4

import pytest

from cast import caseworker, decision_maker, durham_constable, in_database, prosecutor, removals_officer
from justice import ground
from no_row_no_act import no_row_no_act
from pentameter.access.api import Compartment, Operation
from pentameter.audit.models import Entry as Row
from pentameter.decisions.models import CourtSide
from pentameter.decisions.queries.court_side import court_cards
from pentameter.decisions.rules.court_side import Entry, Progress, Side
from pentameter.decisions.services.court_side import record_court_side, show_court_side, strike_court_side
from pentameter.decisions.services.loading import NotYet
from pentameter.justice.models import Investigation
from pentameter.justice.services.looks import show_investigation
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.victims.api import Purpose, opened
from pentameter.victims.rules.consent import Said
from victims.ground import NAME, supported
from victims.records import says

pytestmark = pytest.mark.django_db
WORDS = "Told of the charge by telephone, canary-told"


def persons() -> tuple[UUID, str, UUID]:
    """Her case, the reference of an investigation, and its id."""
    case_id = supported().case_id
    inside = ground.investigation()
    in_database(caseworker())
    return case_id, Investigation.objects.get(pk=inside).reference, inside


def enters(case_id: UUID, reference: str, side: Side = Side.TOLD, by: Actor | None = None) -> UUID:
    entry = Entry(side, Progress.GIVEN, clock.today(), WORDS)
    return record_court_side(case_id=case_id, reference=reference, entry=entry, by=by or caseworker())


def test_what_she_was_told_stands_with_her_case_and_how_far_the_prosecution_is() -> None:
    case_id, reference, inside = persons()
    ground.convicted_suspect(inside)
    enters(case_id, reference.lower())
    (card,) = show_court_side(case_id=case_id, by=caseworker()).cards
    assert card.prosecution.reference == reference
    assert [(stage.value, count) for stage, count in card.prosecution.stages] == [("convicted", 1)]
    assert card.lines[0].words == WORDS


def test_the_investigation_shows_nothing_of_her() -> None:
    case_id, reference, inside = persons()
    enters(case_id, reference)
    page = show_investigation(investigation_id=inside, by=durham_constable())
    assert NAME not in str(page)
    assert str(case_id) not in str(page)
    assert WORDS.encode() not in bytes(CourtSide.objects.get().words or b"")
    assert "canary" not in str(list(Row.objects.values_list()))


def test_support_and_measures_live_on_her_consent() -> None:
    case_id, reference, _ = persons()
    with pytest.raises(NotYet, match="it lives on her consent to share with the police"):
        enters(case_id, reference, Side.SPECIAL_MEASURES)
    says(case_id, Said.GIVEN, purpose=Purpose.POLICE)
    assert enters(case_id, reference, Side.SPECIAL_MEASURES)
    says(case_id, Said.REFUSED, purpose=Purpose.POLICE)
    with pytest.raises(NotYet, match="it lives on her consent"):
        enters(case_id, reference, Side.COMPENSATION)
    assert enters(case_id, reference, Side.ANONYMITY)


def test_a_reference_that_is_nobodys() -> None:
    case_id, _, _ = persons()
    with pytest.raises(NotYet, match="Investigation: no investigation has this reference"):
        enters(case_id, "J-0000-0000")


@pytest.mark.parametrize("person", [prosecutor, decision_maker, removals_officer], ids=lambda one: one.__name__)
def test_nobody_else_sees_or_records_it(person: object) -> None:
    case_id, reference, _ = persons()
    actor: Actor = person()  # type: ignore[operator]
    with pytest.raises(Refused):
        show_court_side(case_id=case_id, by=actor)
    with pytest.raises(Refused):
        enters(case_id, reference, by=actor)


def test_struck_out_it_stays_readable() -> None:
    case_id, reference, _ = persons()
    made = enters(case_id, reference)
    with pytest.raises(NotYet, match="Reason: say in a few words"):
        strike_court_side(case_id=case_id, entry_id=made, reason="wrong", by=caseworker())
    strike_court_side(case_id=case_id, entry_id=made, reason="It was another person", by=caseworker())
    (card,) = show_court_side(case_id=case_id, by=caseworker()).cards
    assert card.lines[0].struck_at is not None
    assert card.lines[0].reason == "It was another person"
    for entry in (made, uuid4()):
        with pytest.raises(Refused):
            strike_court_side(case_id=case_id, entry_id=entry, reason="It was another person", by=caseworker())


def test_the_cards_take_three_queries(django_assert_num_queries: object) -> None:
    case_id, reference, _ = persons()
    for _number in range(4):
        enters(case_id, reference)
    case = opened(case_id, caseworker(), Operation.VIEW_COURT_SIDE, Compartment.IDENTITY)
    with django_assert_num_queries(3):  # type: ignore[operator]
        court_cards(case)


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    case_id, reference, _ = persons()
    made = enters(case_id, reference)
    no_row_no_act(lambda: enters(case_id, reference))
    no_row_no_act(lambda: strike_court_side(case_id=case_id, entry_id=made, reason="It was another", by=caseworker()))
