from datetime import date

import pytest

from pentameter.config.demo.chance import chance
from pentameter.config.demo.dialects import written
from pentameter.config.demo.senders import SENDERS, Sender
from pentameter.intelligence.intake.normalise import countries, dates, phones

DAY = date(2026, 9, 4)
CELLS = {
    "reported_on": DAY,
    "person1_dob": 1989,
    "person1_name": "Łukasz Gołębiewski",
    "person1_nationality": "VN",
    "phone1": "+447700900417",
    "event_to": None,
}


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.agency)
def test_what_an_agency_writes_is_understood(sender: Sender) -> None:
    for draw in range(60):
        row = written(CELLS, sender, chance(draw))
        assert dates.day(str(row["reported_on"]), 2026) == DAY
        assert dates.year_alone(str(row["person1_dob"])) == "1989"
        assert countries.code(str(row["person1_nationality"])) == "VN"
        phone = phones.parse(str(row["phone1"]), phones.region_of(sender.agency))
        assert phone is not None
        assert phone.number == "+447700900417"
        assert row["event_to"] == ""


def test_letters_that_an_encoding_lacks_lose_their_marks() -> None:
    sender = next(one for one in SENDERS if one.encoding == "cp1252")
    assert str(written(CELLS, sender, chance(1))["person1_name"]).strip() == "Lukasz Golebiewski"


def test_a_workbook_keeps_days_as_days() -> None:
    sender = next(one for one in SENDERS if one.agency == "durham")
    assert any(written(CELLS, sender, chance(draw))["reported_on"] == DAY for draw in range(5))


def test_an_agency_may_write_prices_with_their_sign() -> None:
    sender = next(one for one in SENDERS if one.signs)
    row = written({"price": 60, "currency": "GBP"}, sender, chance(1))
    assert (str(row["price"]).strip(), row["currency"]) == ("£60", "")
