"""Links to the reports behind a figure."""

from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from pentameter.picture.forms import Asked
from pentameter.picture.links import Links

WAVE = UUID(int=2007)


def test_a_link_carries_the_filters_and_is_none_where_nothing_may_be_read() -> None:
    links = Links("/reports/", WAVE, Asked(theme="unknown", scheme="3x5x2", source_grade="1"))
    parts = urlsplit(links.to(3, area="Avon and Somerset"))
    assert parts.path == "/reports/"
    assert parse_qs(parts.query) == {
        "wave": [str(WAVE)],
        "theme": ["unknown"],
        "source": ["3x5x2/1"],
        "area": ["Avon and Somerset"],
    }
    assert links.to(0, area="Kent") == ""
    assert Links().to(3) == ""
