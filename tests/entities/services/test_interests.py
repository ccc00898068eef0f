"""Deconfliction: both are told that another has an interest and whom to call, and nothing that could be read of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from entities.ground import Ground, agency, judged, undone
from pentameter.entities.models import Interest
from pentameter.entities.queries.interests import unseen
from pentameter.entities.rules.deconfliction import MOST_NAMED
from pentameter.entities.services import see_interests, show_interests
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground() -> Ground:
    return Ground()


def told() -> set[tuple[str, str | None]]:
    """Who is told of whom now; None is the desk."""
    return set(Interest.objects.filter(withdrawn_at=None).values_list("told_id", "other_id"))


def test_both_are_told_of_each_other(ground: Ground) -> None:
    judged(ground.mention("durham"), ground.mention("cleveland"))
    assert told() == {("durham", "cleveland"), ("cleveland", "durham")}


def test_ones_own_is_nobody_elses(ground: Ground) -> None:
    judged(ground.mention("durham"), ground.mention("durham"))
    assert told() == set()


def test_the_desk_stands_in_for_a_support_organisation(ground: Ground) -> None:
    judged(ground.mention("durham"), ground.mention("northern-support"))
    assert told() == {("durham", None), ("northern-support", "durham")}


@pytest.mark.parametrize(("scheme", "handling"), [("5x5x5", "4"), ("5x5x5", "9"), ("9x9x9", "1")])
def test_the_desk_stands_in_where_the_report_stays_at_home(ground: Ground, scheme: str, handling: str) -> None:
    hidden = ground.mention("cleveland", scheme=scheme, handling=handling)
    judged(ground.mention("durham"), hidden, by=cast.cleveland_sergeant())
    assert told() == {("durham", None), ("cleveland", "durham")}


def test_immigration_enforcement_is_not_told_and_nobody_is_told_of_it(ground: Ground) -> None:
    mine = ground.mention("durham")
    judged(mine, ground.mention("immigration-enforcement"))
    assert told() == set()
    judged(mine, ground.mention("cleveland"))
    assert told() == {("durham", "cleveland"), ("cleveland", "durham")}


def test_for_many_holders_the_desk_stands_in_for_all(ground: Ground) -> None:
    first = ground.mention("durham")
    others = [agency(f"force-{number}") for number in range(MOST_NAMED + 1)]
    for other in others[:-1]:
        judged(first, ground.mention(other))
    assert {other for who, other in told() if who == "durham"} == set(others[:-1])
    judged(first, ground.mention(others[-1]))
    assert told() == {(who, None) for who in ("durham", *others)}
    assert Interest.objects.filter(withdrawn_at=None).count() == len(others) + 1


def test_a_new_name_of_the_thing_raises_nothing_anew(ground: Ground) -> None:
    """A smaller mention joins: the thing is called after it, and who was told is not told again."""
    low, mine, theirs = ground.mention("durham"), ground.mention("durham"), ground.mention("cleveland")
    judged(mine, theirs)
    before = set(Interest.objects.filter(told_id="cleveland").values_list("id", flat=True))
    judged(low, mine)
    live = Interest.objects.filter(told_id="cleveland", withdrawn_at=None)
    assert set(live.values_list("id", flat=True)) == before
    assert set(live.values_list("thing", flat=True)) == {min(low, mine, theirs)}


def test_the_page_shows_ones_own_mention_and_whom_to_call(ground: Ground, settings) -> None:
    settings.DUTY_DESK_NUMBER = "01632 960017"
    mine = ground.mention("durham", "Mira Testova")
    judged(mine, ground.mention("cleveland"))
    judged(mine, ground.mention("northern-support"))
    page = show_interests(by=cast.durham_constable())
    assert {(line.about.mention.id, line.call.who, line.call.number) for line in page.lines} == {
        (mine, "Cleveland", ""),
        (mine, "Another agency", "01632 960017"),
    }
    assert page.unseen == 2


def test_a_withdrawn_interest_can_still_be_looked_up(ground: Ground) -> None:
    undone(judged(ground.mention("durham"), ground.mention("cleveland")))
    assert show_interests(by=cast.durham_constable()).lines == ()
    (line,) = show_interests(by=cast.durham_constable(), withdrawn=True).lines
    assert line.withdrawn_at is not None
    assert unseen(cast.durham_constable()) == 0


def test_what_becomes_true_again_is_told_again_as_one_line(ground: Ground) -> None:
    """Who put it aside takes it up once more; the history is one line, with when it was withdrawn."""
    mine, theirs = ground.mention("durham"), ground.mention("cleveland")
    for _ in range(2):
        judgement = judged(mine, theirs)
        see_interests(interest_ids=Interest.objects.values_list("id", flat=True), by=cast.durham_constable())
        undone(judgement)
    judged(mine, theirs)
    judged(mine, ground.mention("kent"))
    assert unseen(cast.durham_constable()) == 2
    for withdrawn in (False, True):
        page = show_interests(by=cast.durham_constable(), withdrawn=withdrawn)
        lines = {line.call.agency: line for line in page.lines}
        assert (len(page.lines), page.total, set(lines)) == (2, 2, {"cleveland", "kent"})
        again = lines["cleveland"]
        assert (again.seen_at, again.withdrawn_at, len(again.before), lines["kent"].before) == (None, None, 2, ())
        assert again.raised_at > again.before[0].withdrawn_at > again.before[1].withdrawn_at


def test_what_was_withdrawn_twice_is_one_line(ground: Ground) -> None:
    mine, theirs = ground.mention("durham"), ground.mention("northern-support")
    for _ in range(2):
        undone(judged(mine, theirs))
    assert show_interests(by=cast.durham_constable()).lines == ()
    (line,) = show_interests(by=cast.durham_constable(), withdrawn=True).lines
    assert line.withdrawn_at is not None
    (before,) = line.before
    assert line.raised_at > before.withdrawn_at > before.raised_at


def test_what_was_seen_is_noted_for_ones_own_agency_alone(ground: Ground) -> None:
    judged(ground.mention("durham"), ground.mention("cleveland"))
    every = list(Interest.objects.values_list("id", flat=True))
    assert see_interests(interest_ids=every, by=cast.durham_constable()) == 1
    assert (unseen(cast.durham_constable()), unseen(cast.cleveland_sergeant())) == (0, 1)
    assert see_interests(interest_ids=every, by=cast.durham_sergeant()) == 0
    assert Interest.objects.get(told_id="durham").seen_by == cast.durham_constable().id


@pytest.mark.parametrize("who", [cast.removals_officer, cast.auditor, cast.prosecutor])
def test_others_are_told_nothing(ground: Ground, who) -> None:
    with pytest.raises(Refused):
        show_interests(by=who())


def test_no_row_no_act(ground: Ground) -> None:
    judged(ground.mention("durham"), ground.mention("cleveland"))
    every = list(Interest.objects.values_list("id", flat=True))
    no_row_no_act(lambda: see_interests(interest_ids=every, by=cast.durham_constable()))
    no_row_no_act(lambda: show_interests(by=cast.durham_constable()))


def test_however_many_there_are_the_queries_are_as_many(ground: Ground) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            show_interests(by=cast.durham_constable())
        return len(caught)

    judged(ground.mention("durham"), ground.mention("cleveland"))
    few = queries()
    for _ in range(5):
        judged(ground.mention("durham"), ground.mention("kent"))
    assert queries() == few
