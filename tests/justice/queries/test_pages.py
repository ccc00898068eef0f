"""What pages show: only to who may, with who has to act, and as it was known at a moment."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from cast import cleveland_sergeant, durham_constable, national_analyst, prosecutor, removals_officer
from justice import ground
from pentameter.access.api import Operation
from pentameter.justice.models import Participation, PipelineEvent, SuspectKey
from pentameter.justice.queries.events import line_of, named
from pentameter.justice.queries.listing import InvestigationFilter, investigations, seen_by, waiting
from pentameter.justice.queries.opening import opened, opened_suspect
from pentameter.justice.queries.pages import investigation_page, suspect_page
from pentameter.justice.queries.signs import signs_of
from pentameter.justice.rules.kinds import OTHER, Kind, Outcome
from pentameter.justice.rules.screen import Answer, Source
from pentameter.justice.services import looks
from pentameter.justice.services.suspects import mark_suspect
from pentameter.kernel import clock
from pentameter.kernel.actor import Jurisdiction
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
LOOK = Operation.VIEW_INVESTIGATION


def test_one_investigation_with_who_has_to_act() -> None:
    inside = ground.investigation()
    made = ground.suspect(inside)
    ground.arrested(made)
    ground.records(made, Kind.RELEASED, 99)
    page = investigation_page(opened(inside, prosecutor(), LOOK), prosecutor())
    (card,) = page.suspects
    assert (card.stage.value, card.check.value, card.next.owner.value) == ("released", "to_make", "the prosecutor")
    assert [line.kind for _, line in page.lines] == [Kind.RELEASED, Kind.ARRESTED]
    assert page.lines[0][1].is_late
    assert page.sent
    assert not page.may_change


def test_the_number_of_queries_does_not_grow_with_suspects(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    inside = ground.investigation()
    for number in range(4):
        ground.arrested(ground.suspect(inside, name=f"Testperson {number}"))
    found = opened(inside, durham_constable(), LOOK)
    with django_assert_max_num_queries(9):
        investigation_page(found, durham_constable())


def test_a_suspect_as_known_before() -> None:
    made = ground.suspect()
    before = clock.now()
    ground.arrested(made)
    found = opened_suspect(made, durham_constable(), LOOK)
    now, then = (suspect_page(found, durham_constable(), clock.today(), at) for at in (None, before))
    assert (now.card.stage.value, then.card.stage.value) == ("arrested", "suspected")
    assert Kind.BAILED in now.may
    assert then.may == then.may_strike == frozenset()


def test_a_mark_that_was_made_later_was_not_known_before() -> None:
    made = ground.suspect()
    ground.checked(made)
    before = clock.now()
    mark_suspect(suspect_id=made, words="She said that he holds her wages", by=durham_constable())
    found = opened_suspect(made, durham_constable(), LOOK)
    now, then = (suspect_page(found, durham_constable(), clock.today(), at) for at in (None, before))
    assert [one.words for one in now.marks] == ["She said that he holds her wages"]
    assert (now.card.check.value, then.card.check.value) == ("ask_again", "may_charge")
    assert then.marks == ()
    assert Source.MARK not in {one.source for one in then.signs}


def test_a_suspect_whose_key_is_gone_is_erased_and_the_rest_stays() -> None:
    made = ground.suspect()
    ground.records(made, Kind.ARRESTED, 9, offence="MSA15-2", note="a note")
    SuspectKey.objects.all().delete()
    page = suspect_page(opened_suspect(made, durham_constable(), LOOK), durham_constable(), clock.today())
    assert page.person.name == "Erased"
    assert page.lines[0].note == ""


def test_signs_are_unknown_until_they_are_known() -> None:
    made = ground.suspect(asked=False)
    row = opened_suspect(made, durham_constable(), LOOK).row
    assert {one.source: one.answer for one in signs_of([row])[made]} == {
        Source.REPORTS: Answer.UNKNOWN,
        Source.PROTECTION: Answer.UNKNOWN,
    }


def test_what_a_list_may_hold() -> None:
    ground.investigation()
    ground.investigation(by=cleveland_sergeant(), sent=False, name="Elm")
    counts = {
        "durham": seen_by(durham_constable()).count(),
        "prosecutor": seen_by(prosecutor()).count(),
        "analyst": seen_by(national_analyst()).count(),
        "removals": seen_by(removals_officer()).count(),
    }
    assert counts == {"durham": 1, "prosecutor": 1, "analyst": 2, "removals": 0}


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        (InvestigationFilter(), {"Larch", "Elm"}),
        (InvestigationFilter(text="elm"), {"Elm"}),
        (InvestigationFilter(place=Jurisdiction.IRELAND), set()),
        (InvestigationFilter(state="unsent"), {"Elm"}),
        (InvestigationFilter(state="check"), {"Larch"}),
        (InvestigationFilter(state="convicted"), set()),
        (InvestigationFilter(page=9), {"Larch", "Elm"}),
    ],
    ids=lambda one: "-".join(sorted(one)) or "none" if isinstance(one, set) else "",
)
def test_narrowing(chosen: InvestigationFilter, names: set[str]) -> None:
    ground.suspect()
    ground.investigation(sent=False, name="Elm")
    found = investigations(chosen, durham_constable())
    assert {one.name for one in found.lines} == names
    assert found.total == len(names)


def test_a_conviction_is_listed_while_another_charge_goes_on_and_no_more_once_it_is_quashed() -> None:
    made = ground.suspect()
    ground.checked(made)
    first, _ = ground.charged(made), ground.charged(made)
    convicted = InvestigationFilter(state="convicted")
    assert investigations(convicted, prosecutor()).lines == ()
    ground.convicted(made, first, 30)
    (line,) = investigations(convicted, prosecutor()).lines
    assert (line.suspects, line.in_court, line.convicted) == (1, 1, 1)
    ground.records(made, Kind.APPEALED, 20, about=str(first))
    ground.records(made, Kind.APPEAL_DECIDED, 10, about=str(first), outcome=Outcome.QUASHED)
    (line,) = investigations(InvestigationFilter(), prosecutor()).lines
    assert (line.in_court, line.convicted) == (1, 0)


def test_what_went_to_prosecutors_who_no_longer_take_part_is_not_sent() -> None:
    inside = ground.investigation()
    assert investigations(InvestigationFilter(state="unsent"), durham_constable()).total == 0
    Participation.objects.filter(investigation=inside, part="prosecution").update(ended_at=clock.now())
    assert investigations(InvestigationFilter(state="unsent"), durham_constable()).total == 1


def test_what_waits() -> None:
    made = ground.suspect()
    assert (waiting(prosecutor()).checks, waiting(durham_constable()).arrests) == (1, 0)
    ground.arrested(made)
    assert waiting(durham_constable()).arrests == 1
    assert waiting(cleveland_sergeant()).arrests == 0


def test_looks_leave_a_row_or_are_refused() -> None:
    made = ground.suspect()
    event = ground.arrested(made)
    assert looks.show_suspect(suspect_id=made, by=prosecutor()).card.name == ground.NAME
    assert looks.show_strike(event_id=event, by=durham_constable()).line.kind is Kind.ARRESTED
    with pytest.raises(Refused):
        looks.show_suspect(suspect_id=made, by=national_analyst())
    with pytest.raises(Refused):
        looks.show_strike(event_id=made, by=durham_constable())


def test_laws_are_named_with_their_mark() -> None:
    assert named("") == ""
    assert named("gone") == "gone"
    assert "register of laws does not hold" in named(OTHER)
    assert named("MSA15-2") == "Human trafficking (Modern Slavery Act 2015, s.2)"
    assert "to confirm" in named("SOA03-57")
    made = ground.suspect()
    row = PipelineEvent.objects.get(pk=ground.arrested(made))
    assert line_of(row, None, Jurisdiction.ENGLAND_WALES).known_at <= clock.now() + timedelta(seconds=1)
