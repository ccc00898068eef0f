"""Lists of versions: those in hand first, and how many wait."""

from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from pentameter.kernel.verdict import Refused
from pentameter.releases.queries.editions import (
    edition_lines,
    edition_row,
    lines_of_release,
    thresholds,
    waiting,
    writers_of,
)
from pentameter.releases.queries.rows import known_to_all, line_of, own_tables
from public_door import BOTH
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_what_is_in_hand_stands_first(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    of = scene.a_wave()
    second = scene.described(of, slug="again")
    first = scene.published(scene.described(of))
    with django_assert_num_queries(1):
        assert [one.id for one in edition_lines()] == [second, first]
    assert waiting() == (1, 0)
    assert thresholds() == {scene.THRESHOLD}


def test_a_version_that_never_was_is_hidden() -> None:
    with pytest.raises(Refused) as refusal:
        edition_row(UUID(int=7))
    assert refusal.value.hidden


def test_a_line_says_what_the_row_does() -> None:
    edition = scene.described(scene.a_wave())
    line = line_of(scene.row(edition))
    assert lines_of_release(line.release) == (line,)
    assert line.words == scene.WORDS
    assert line.as_dict()["state"] == "described"
    assert not line.counts_cases
    assert len(writers_of(edition)) == 1


def test_what_is_not_signed_is_not_known_to_all() -> None:
    of = scene.a_wave()
    scene.described(of, slug="again")
    assert known_to_all() == ()
    edition = scene.signed(scene.described(of))
    assert known_to_all() == own_tables(scene.row(edition))
    assert known_to_all(but=edition) == ()
