import pytest

from pentameter.intelligence.intake.normalise import identifiers


@pytest.mark.parametrize(
    ("written", "same"), [("nk07 abc", "NK07ABC"), ("AB-123.456", "AB123456"), ("07_D_1234", "07D1234")]
)
def test_registrations_and_documents(written: str, same: str) -> None:
    assert identifiers.compact(written) == same


@pytest.mark.parametrize(
    ("address", "postcode", "same"),
    [
        ("12 Example Street", "DH1 3XX", "DH1 3XX|12"),
        ("12a, Example Street", "DH1 3XX", "DH1 3XX|12A"),
        ("Flat 3, 12 Example Street", "DH1 3XX", "DH1 3XX|3-12"),
        ("Rose Cottage, The Lane", "DH1 3XX", "DH1 3XX|ROSECOTTAGE"),
        ("", "DH1 3XX", ""),
        ("12 Example Street", "DH1", ""),
        ("12 Example Street", "", ""),
        ("Flat 3, 12 Example Street", "D02 X285", "D02 X285"),
        ("", "D02 X285", "D02 X285"),
    ],
)
def test_premises(address: str, postcode: str, same: str) -> None:
    assert identifiers.premises(address, postcode) == same


@pytest.mark.parametrize(
    ("site", "reference", "same"),
    [
        ("adverts.example", "A-20391", "adverts.example|a-20391"),
        ("https://www.Adverts.example/", "a-20391", "adverts.example|a-20391"),
        ("The Evening Example", "17", "the evening example|17"),
        ("adverts.example", "", ""),
        ("", "A-20391", ""),
    ],
)
def test_adverts(site: str, reference: str, same: str) -> None:
    assert identifiers.advert(site, reference) == same


def test_organisations() -> None:
    assert identifiers.organisation("  Example  STAFF Ltd ") == "example staff ltd"
