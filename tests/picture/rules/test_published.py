"""What was published, beside ours: nothing added up, contradictions side by side."""

import pytest

from operations import stage
from pentameter.kernel.actor import SYSTEM
from pentameter.operations import api as operations
from pentameter.operations.api import PublishedWave
from pentameter.picture.rules.published import MEASURES, differing, sources

pytestmark = pytest.mark.django_db


@pytest.fixture
def waves() -> tuple[PublishedWave, ...]:
    stage.agencies()
    operations.load_published_results(by=SYSTEM)
    return tuple(one for one in operations.every_wave() if one.figures)


def test_a_column_is_a_publication_with_its_date(waves: tuple[PublishedWave, ...]) -> None:
    assert [(one.wave, one.as_of) for one in sources(waves)] == [
        ("First wave, 2006", "2006"),
        ("Second wave, 2007 to 2008", "release of 2 July 2008"),
        ("Second wave, 2007 to 2008", "paper of February 2009"),
    ]


def test_contradictions_stand_side_by_side(waves: tuple[PublishedWave, ...]) -> None:
    told = [[figure.value for figure in source.beside("Arrests")] for source in sources(waves)]
    assert told == [[232], [528], [406]]
    found = [[figure.value for figure in source.beside("People found")] for source in sources(waves)]
    assert found == [[88], [167], [164, 5]]
    assert [sentence.split(":")[0] for sentence in differing(waves)] == ["Victims", "People arrested"]


def test_every_measure_that_is_compared_was_published(waves: tuple[PublishedWave, ...]) -> None:
    known = {figure.measure for wave in waves for figure in wave.figures}
    assert frozenset().union(*MEASURES.values()) <= known
