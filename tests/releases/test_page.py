"""The staff's view of a version: why each cell is withheld, and the closest bounds first."""

import pytest

import cast
from pentameter.releases.page import EditionView, tag_of
from pentameter.releases.rules.states import State
from pentameter.releases.services.looks import show_edition
from public_door import BOTH
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_why_each_cell_is_withheld() -> None:
    edition = scene.described(scene.a_wave())
    view = EditionView(show_edition(edition_id=edition, by=cast.statistician()))
    (table,) = view.tables
    reasons = {one.why for one in view.withheld(table)}
    assert reasons <= {"fewer than 10", "another could be worked out from it"}
    assert any(one.true == "3" and one.why == "fewer than 10" for one in view.withheld(table))


def test_without_the_truth_no_reason_gives_it_away() -> None:
    edition = scene.described(scene.a_wave())
    view = EditionView(show_edition(edition_id=edition, by=cast.auditor()))
    assert {(one.true, one.why) for one in view.withheld(view.tables[0])} == {("", "so that nobody can be recognised")}


def test_bounds_stand_closest_first() -> None:
    edition = scene.described(scene.a_wave())
    bounds = EditionView(show_edition(edition_id=edition, by=cast.statistician())).bounds
    widths = [(one.high if one.high is not None else float("inf")) - one.low for one in bounds]
    assert widths == sorted(widths)
    assert all(one.high is None or one.high >= scene.THRESHOLD for one in bounds)


def test_colours_are_for_what_waits_or_protects() -> None:
    assert tag_of(State.DESCRIBED) == "today"
    assert tag_of(State.OVERTAKEN) == "danger"
    assert tag_of(State.ABANDONED) == ""
