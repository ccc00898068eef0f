import pytest

from pentameter.config.demo.chance import chance
from pentameter.config.demo.grades import grade
from pentameter.intelligence.vocabulary import (
    HANDLING_CODES,
    INFORMATION_CODES,
    NEEDS_CONDITIONS,
    SOURCE_CODES,
    Scheme,
)


@pytest.mark.parametrize("scheme", Scheme)
def test_grades_are_those_of_their_scheme(scheme: Scheme) -> None:
    rng = chance(1)
    for _ in range(300):
        cells = grade(scheme.value, "durham", rng)
        assert cells["source_grade"] in SOURCE_CODES[scheme]
        assert cells["information_grade"] in INFORMATION_CODES[scheme]
        assert cells["handling_code"] in HANDLING_CODES[scheme]
        assert bool(cells["handling_conditions"]) is (cells["handling_code"] in NEEDS_CONDITIONS[scheme])
        assert "durham" not in cells["handling_recipients"]
