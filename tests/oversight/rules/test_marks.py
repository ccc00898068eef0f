"""What of a name or a place is compared."""

import pytest

from pentameter.oversight.rules.marks import postcodes, surname, surnames


@pytest.mark.parametrize(
    ("name", "found"),
    [("Aidan O'Thornley", "othornley"), ("  THORNLEY ", "thornley"), ("Zoë Müller", "muller"), ("", ""), ("?", "")],
)
def test_a_surname(name: str, found: str) -> None:
    assert surname(name) == found


def test_those_of_several_names() -> None:
    assert surnames(["Mira Testova", "", "A. Testova", "Jo Example"]) == {"testova", "example"}


def test_whole_postcodes_alone() -> None:
    assert postcodes(["Flat 2, Mill Lane, dh1 3xx", "DH1", "near D02 X285", "no place"]) == {"DH1 3XX", "D02 X285"}
