import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.intelligence.intake.normalise import postcodes


@pytest.mark.parametrize(
    ("written", "postcode"),
    [
        ("DH1 3XX", "DH1 3XX"),
        ("dh13xx", "DH1 3XX"),
        (" DH1  3XX ", "DH1 3XX"),
        ("DH1-3XX", "DH1 3XX"),
        ("SW1A 1AA", "SW1A 1AA"),
        ("M11AE", "M1 1AE"),
        ("EC1A1BB", "EC1A 1BB"),
        ("B338TH", "B33 8TH"),
        ("gir 0aa", "GIR 0AA"),
        ("BT1 1AA", "BT1 1AA"),
        ("D02 X285", "D02 X285"),
        ("d02x285", "D02 X285"),
        ("A65 F4E2", "A65 F4E2"),
        ("D6W XY00", "D6W XY00"),
        ("DH1", "DH1"),
        ("ec1a", "EC1A"),
    ],
)
def test_postcodes_and_eircodes(written: str, postcode: str) -> None:
    assert postcodes.parse(written) == postcode


@pytest.mark.parametrize(
    "written", ["", "hello", "12345", "DH1 3X", "DH1 CXX", "DH1 3IX", "D02 O285", "DH1 3XX DH1 3XX"]
)
def test_what_is_no_postcode(written: str) -> None:
    assert postcodes.parse(written) is None


def test_what_a_postcode_names() -> None:
    assert postcodes.is_eircode("D02 X285")
    assert not postcodes.is_eircode("DH1 3XX")
    assert postcodes.is_whole("DH1 3XX")
    assert not postcodes.is_whole("DH1")


@given(st.text())
def test_what_is_read_is_read_again_as_itself(text: str) -> None:
    if postcode := postcodes.parse(text):
        assert postcodes.parse(postcode) == postcode
