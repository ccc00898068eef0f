"""Numbers, codes and places in one form."""

import pytest

from pentameter.entities.linkage import contacts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("07700 900417", "+447700900417"),
        ("+44 (0)7700 900417", "+447700900417"),
        ("0000000000", ""),
        ("12", ""),
        ("none", ""),
        ("+999123456789", "+999123456789"),
    ],
)
def test_phones(text: str, expected: str) -> None:
    assert contacts.phone(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("ro 12 34567", "R01234567"), ("XXXXXX", ""), ("A1", ""), ("ABCDEF", "")]
)
def test_documents(text: str, expected: str) -> None:
    assert contacts.document(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "half"),
    [
        ("dh13xx", "DH1 3XX", "DH1"),
        ("D02X285", "D02 X285", "D02"),
        ("DH1", "", ""),
        ("CA38 2BP", "CA38 2BP", "CA38"),
        ("", "", ""),
    ],
)
def test_postcodes(text: str, code: str, half: str) -> None:
    assert contacts.postcode(text) == code
    assert contacts.outward(code) == half


def test_places_sexes_and_nationalities() -> None:
    assert contacts.place("Dún Laoghaire") == contacts.place("DUN LAOGHAIRE") != ""
    assert contacts.place("not known") == ""
    assert [contacts.sex(text) for text in ("F", "male", "", "unknown", "7")] == ["f", "m", "", "", None]
    assert [contacts.nationality(text) for text in ("ro", "Romanian", "", "Atlantis")] == ["RO", "RO", "", None]
