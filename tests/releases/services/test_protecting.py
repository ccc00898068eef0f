"""Making a version safe: what is refused stays frozen and says why, and all that is known counts."""

import json

import pytest

import cast
from pentameter.audit.models import Entry
from pentameter.releases.queries.rows import line_of, safe_of
from pentameter.releases.rules.states import State
from pentameter.releases.services.loading import NotYet
from pentameter.releases.services.protecting import make_safe
from picture import scene as picture
from public_door import BOTH
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)


def _made_safe(edition, threshold: int = scene.THRESHOLD) -> bool:
    return make_safe(edition_id=edition, threshold=threshold, revision=scene.revision(edition), by=cast.statistician())


def test_small_counts_are_withheld_and_the_attacker_finds_nothing() -> None:
    edition = scene.begun(scene.a_wave())
    assert _made_safe(edition)
    row = scene.row(edition)
    line = line_of(row)
    assert (row.state, line.threshold) == (State.SAFE, scene.THRESHOLD)
    assert line.found is not None
    assert line.found.safe
    (table,) = safe_of(row)
    small = [value for value in table.values if value is not None and 0 < value < scene.THRESHOLD]
    assert table.withheld
    assert not small


def test_the_record_says_how_many_and_no_count() -> None:
    _made_safe(scene.begun(scene.a_wave()))
    detail = json.loads(Entry.objects.get(event="release_made_safe").detail)
    assert set(detail) == {"threshold", "earlier", "withheld", "given_away"}


def test_a_second_release_is_held_against_the_first() -> None:
    of = scene.a_wave()
    scene.published(scene.described(of))
    second = scene.begun(of, slug="again")
    assert _made_safe(second)
    found = line_of(scene.row(second)).found
    assert found is not None
    assert found.earlier == 1


def test_a_small_rise_since_the_last_release_is_never_shown() -> None:
    """Three more in Durham: the earlier release said how many there were."""
    of = scene.a_wave()
    scene.published(scene.described(of))
    picture.said(of, "durham", 5, "found", people=3)
    second = scene.begun(of, slug="again")
    if _made_safe(second):
        (table,) = safe_of(scene.row(second))
        assert table.cells["Durham Constabulary", "Whole wave"] is None
    else:
        row = scene.row(second)
        assert row.state == State.FROZEN
        assert "Durham" in line_of(row).refused


def test_another_threshold_than_that_of_earlier_releases_is_refused() -> None:
    of = scene.a_wave()
    scene.published(scene.described(of))
    with pytest.raises(NotYet, match="Every release keeps"):
        _made_safe(scene.begun(of, slug="again"), threshold=5)


def test_what_was_described_has_to_be_described_again() -> None:
    edition = scene.described(scene.a_wave())
    assert _made_safe(edition)
    assert scene.row(edition).state == State.SAFE
