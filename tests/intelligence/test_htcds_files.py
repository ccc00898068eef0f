import json
from datetime import date

import pytest

from pentameter.intelligence import store
from pentameter.intelligence.htcds_files import htcds_rows, meant_country, meant_day, meant_phone
from pentameter.intelligence.services.receive import Arrived
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused


def test_the_rows_of_a_sealed_file() -> None:
    file_id = new_id()
    kept = store.keep(file_id, [json.dumps([{"prs_FirstName": "Zorana"}]).encode()], limit=1000)
    with htcds_rows(Arrived(file_id, "cases.json", kept)) as rows:
        assert [dict(row.cells) for row in rows] == [{"prs_FirstName": "Zorana"}]
    store.discard(file_id)
    with pytest.raises(Refused, match="Send it again"), htcds_rows(Arrived(file_id, "cases.json", kept)):
        raise AssertionError("it is gone")


def test_days_countries_and_numbers_are_understood_as_by_the_intake() -> None:
    assert meant_day("5 Oct 2026", date(2026, 11, 24)) == date(2026, 10, 5)
    assert meant_country("Romanian") == "RO"
    assert meant_phone("07700 900123", "durham") == "+447700900123"
    assert meant_phone("nobody", "durham") is None
