"""The whole text of a version holds what may be published, and nothing of the truth."""

import pytest

from pentameter.kernel import clock
from pentameter.releases.composing import composed
from pentameter.releases.shelf.freezing import freeze
from public_door import BOTH
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_it_holds_safe_tables_words_and_names() -> None:
    row = scene.row(scene.described(scene.a_wave()))
    made = composed(row, clock.now(), ())
    assert made.description == scene.WORDS
    assert (made.number, made.threshold, made.access) == (1, scene.THRESHOLD, ())
    assert made.tables[0].withheld
    assert row.digest not in freeze(made)
