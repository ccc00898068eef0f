"""What an address asks for; what makes no sense is left out, and said in a sentence."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.intelligence.api import INFORMATION_CODES, SOURCE_CODES, Scheme, Theme
from pentameter.kernel.verdict import Refused
from pentameter.picture.forms import Asked, no_such_agency, read

WAVE = UUID(int=2007)


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({}, Asked()),
        ({"wave": str(WAVE)}, Asked(wave=WAVE)),
        ({"theme": "forced_labour"}, Asked(theme="forced_labour")),
        ({"agency": " garda "}, Asked(agency="garda")),
        ({"source": "5x5x5/"}, Asked(scheme="5x5x5")),
        ({"source": "5x5x5/B"}, Asked(scheme="5x5x5", source_grade="B")),
        (
            {"source": "3x5x2/1", "information": "3x5x2/A"},
            Asked(scheme="3x5x2", source_grade="1", information_grade="A"),
        ),
        ({"view": "map", "unknown": "left alone"}, Asked(on_map=True)),
    ],
)
def test_what_makes_sense_is_asked_for(given: dict[str, str], asked: Asked) -> None:
    assert read(given) == asked


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"theme": "piracy"}, "There is no theme called “piracy”. All themes are shown."),
        ({"source": "4x4/1"}, "There is no grading scheme called “4x4”. All grades are shown."),
        ({"source": "3x5x2/B"}, "The scheme 3x5x2 has no grade “B”. All its grades are shown."),
        ({"information": "5x5x5/A"}, "The scheme 5x5x5 has no grade “A”. All its grades are shown."),
        ({"source": "3x5x2/1", "information": "5x5x5/1"}, "A grade belongs to one scheme, and two were asked for."),
        ({"theme": "x" * 500}, "x…”"),
    ],
)
def test_what_makes_none_is_left_out_and_said(given: dict[str, str], sentence: str) -> None:
    asked = read(given)
    assert len(asked.problems) == 1
    assert sentence in asked.problems[0]
    assert len(asked.problems[0]) < 160
    assert {asked.theme, asked.source_grade, asked.information_grade} == {""}


@pytest.mark.parametrize("wave", ["x", "2007", "../../etc"])
def test_a_wave_that_is_no_identifier_is_not_there(wave: str) -> None:
    with pytest.raises(Refused) as refused:
        read({"wave": wave})
    assert refused.value.hidden


def test_whatever_is_asked_can_be_asked_again() -> None:
    for theme in ("", *Theme):
        for scheme in Scheme:
            for source in ("", *SOURCE_CODES[scheme]):
                for information in ("", *INFORMATION_CODES[scheme]):
                    asked = Asked(theme=str(theme), scheme=scheme, source_grade=source, information_grade=information)
                    assert read(asked.parameters()) == asked


@given(st.dictionaries(st.sampled_from(["theme", "agency", "source", "information", "view"]), st.text()))
def test_no_address_breaks_the_page(given: dict[str, str]) -> None:
    asked = read(given)
    assert asked.theme in {"", *Theme}
    assert asked.scheme in {"", *Scheme}


def test_filters_of_reports_and_filters_of_the_wave() -> None:
    assert Asked(agency="kent").narrowed
    assert not Asked(agency="kent").narrowed_by_report
    assert Asked(theme="unknown", scheme="5x5x5").active == 2
    asked = Asked(agency="nowhere").without(agency=True, problem=no_such_agency("nowhere"))
    assert (asked.agency, asked.problems) == ("", (no_such_agency("nowhere"),))
    assert asked.filter(WAVE).wave == WAVE
