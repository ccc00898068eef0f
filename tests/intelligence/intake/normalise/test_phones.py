import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.intelligence.intake.normalise import phones
from pentameter.intelligence.intake.normalise.phones import Phone

GB, IE = "GB", "IE"


@pytest.mark.parametrize(
    ("written", "region", "number"),
    [
        ("07700 900417", GB, "+447700900417"),
        ("07700900417", GB, "+447700900417"),
        ("07700-900-417", GB, "+447700900417"),
        ("(07700) 900417", GB, "+447700900417"),
        ("7700900417", GB, "+447700900417"),
        ("7700900417.0", GB, "+447700900417"),
        ("+44 7700 900417", GB, "+447700900417"),
        ("+44 (0) 7700 900417", GB, "+447700900417"),
        ("0044 7700 900417", GB, "+447700900417"),
        ("0044 (0) 7700 900417", GB, "+447700900417"),
        ("447700900417", GB, "+447700900417"),
        ("01632 960123", GB, "+441632960123"),
        ("020 7946 0123", GB, "+442079460123"),
        ("0113 496 0123", GB, "+441134960123"),
        ("+353 20 912 3456", GB, "+353209123456"),
        ("00353 20 912 3456", GB, "+353209123456"),
        ("+353 (0)20 912 3456", GB, "+353209123456"),
        ("020 912 3456", IE, "+353209123456"),
        ("07700 900417", IE, None),
        ("+44 7700 900417", IE, "+447700900417"),
        ("0044 7700 900417", IE, "+447700900417"),
        ("07700\u00a0900417", GB, "+447700900417"),
        ("07700\u2011900417", GB, "+447700900417"),
    ],
)
def test_numbers_in_any_form(written: str, region: str, number: str | None) -> None:
    parsed = phones.parse(written, region)
    if number is None:
        assert parsed is None or not parsed.number.startswith("+44")
    else:
        assert parsed == Phone(number)


@pytest.mark.parametrize(
    "written", ["07700 900417 ext 12", "07700900417 x12", "07700900417 ext. 12", "07700900417;ext=12"]
)
def test_an_extension_stands_beside_the_number(written: str) -> None:
    assert phones.parse(written, GB) == Phone("+447700900417", "12")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "-",
        "0",
        "123",
        "not a number",
        "07700 900IOO",
        "07700900417/07700900418",
        "0" * 40,
        "+",
        "+999 1234",
        "a@b.example",
    ],
)
def test_what_is_no_number(written: str) -> None:
    assert phones.parse(written, GB) is None


@pytest.mark.parametrize(
    ("agency", "region"), [("garda", IE), ("durham", GB), ("northern-ireland", GB), ("gardens", GB)]
)
def test_a_number_without_country_code_is_of_the_senders_country(agency: str, region: str) -> None:
    assert phones.region_of(agency) == region


@given(
    st.sampled_from(("0", "+44", "0044", "+440", "+44(0)", "+353", "00353", "+3530", "")),
    st.from_regex(r"[1-9][0-9]{6,10}", fullmatch=True),
    st.sampled_from((GB, IE)),
    st.sampled_from(("", " ", "-")),
)
def test_the_short_way_answers_as_the_library_does(prefix: str, rest: str, region: str, between: str) -> None:
    written = f"{prefix}{between}{rest[:4]}{between}{rest[4:]}"
    assert phones.parse(written, region) == phones.carefully(written, region)


@given(st.text(), st.sampled_from((GB, IE)))
def test_no_text_raises(text: str, region: str) -> None:
    phones.parse(text, region)
