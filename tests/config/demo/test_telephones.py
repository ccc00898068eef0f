import phonenumbers
import pytest

from pentameter.config.demo import telephones
from pentameter.config.demo.chance import chance


@pytest.mark.parametrize(
    ("number", "is_free"),
    [
        ("+447700900123", True),
        ("+447700901123", False),
        ("+441632960001", True),
        ("+442079460958", True),
        ("+441134960000", True),
        ("+353209112345", True),
        ("+353871234567", False),
        ("+44770090012", False),
        ("07700 900123", False),
    ],
)
def test_only_numbers_kept_free_for_drama_are_drama(number: str, is_free: bool) -> None:
    assert telephones.is_drama(number) is is_free


@pytest.mark.parametrize("block", telephones.BLOCKS)
def test_every_way_of_writing_a_number_is_read_back(block: telephones.Block) -> None:
    number = block.number(417)
    region = "IE" if number.startswith("+353") else "GB"
    rng = chance(1)
    for at_home in (True, False):
        for _ in range(60):
            written = telephones.as_written(number, rng, at_home=at_home)
            read = phonenumbers.parse(written, region if at_home else "FR")
            assert phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.E164) == number


@pytest.mark.parametrize(
    ("number", "at_home"),
    [
        ("+447700900123", "07700 900123"),
        ("+442079460958", "020 7946 0958"),
        ("+441134960001", "0113 496 0001"),
        ("+442896496123", "028 9649 6123"),
        ("+353209112345", "020 911 2345"),
    ],
)
def test_numbers_are_grouped_as_people_group_them(number: str, at_home: str) -> None:
    rng = chance(1)
    assert at_home in {telephones.as_written(number, rng) for _ in range(60)}
