"""What other contexts are told of estimates."""

import pytest
from pytest_django import DjangoAssertNumQueries

import cast
from pentameter.kernel.actor import SYSTEM
from pentameter.scale.api import estimates
from pentameter.scale.queries.runs import run_lines
from pentameter.scale.rules.headline import rounded
from pentameter.scale.rules.tables import Table
from pentameter.scale.services.running import carry_out
from scale import scene

pytestmark = pytest.mark.django_db


def test_runs_that_are_done_are_told_with_range_or_refusal(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    answered, refused = scene.sent(), scene.sent(Table(("PF",), ((1, 4),)))
    scene.sent()
    for run_id in (answered, refused):
        carry_out(run_id=run_id, by=SYSTEM)
    with django_assert_num_queries(1):
        latest, first = estimates(by=cast.durham_sergeant())
    assert (latest.run, first.run) == (refused, answered)
    assert latest.low is None
    assert "Only one list" in latest.refused
    line = next(one for one in run_lines() if one.id == answered)
    assert line.low is not None
    assert line.high is not None
    assert (f"{first.low:,}", f"{first.high:,}") == (rounded(line.low, down=True), rounded(line.high))
    assert (first.counted, first.verdict, first.share_from_linking) == (290, "with caution", None)


def test_whoever_may_not_see_estimates_is_told_of_none() -> None:
    carry_out(run_id=scene.sent(), by=SYSTEM)
    for person in (cast.durham_constable(), cast.removals_officer(), cast.moderator()):
        assert estimates(by=person) == ()
