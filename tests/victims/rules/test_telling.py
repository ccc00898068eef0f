"""The answer as data: every clock whole, days as ISO dates, and nothing that JSON cannot hold."""

import json
from datetime import date

from pentameter.victims.rules.ahead import endings
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.protection import protection
from pentameter.victims.rules.removal import may_remove
from pentameter.victims.rules.telling import as_dict
from tests.victims.rules.stories import case, rows

BOOK = rule_book()


def told(place, story, on):
    one, today = case(place, story), date.fromisoformat(on)
    gate = may_remove(one, BOOK, today=today)
    return as_dict(one, protection(one, BOOK, today=today), gate, endings(one, BOOK, today=today))


def test_a_running_period():
    found = told("england_wales", "RG+ 2024-03-01", "2024-03-28")
    removal = found["removal"]
    assert (removal["since"], removal["counted_to"], removal["earliest_end"]) == (
        "2024-03-01",
        "2024-03-30",
        "2024-03-30",
    )
    assert removal["outstanding"][0]["stops_removal"]
    assert [one["notice"] for one in found["could_end_soon"]] == [2, 2]
    assert found["why_not"] == removal["sentence"]


def test_every_row_of_the_table_can_be_told():
    for row in rows():
        found = told(row["jurisdiction"], row["events"], row["on"])
        assert json.loads(json.dumps(found)) == found
        assert {"removal", "support"} <= set(found)
