from datetime import date

from pentameter.config.demo import guide
from pentameter.config.demo.operation import operation
from pentameter.config.demo.reference import MARK

TODAY = date(2026, 10, 5)


def test_the_page_names_every_file_and_the_command_that_made_it() -> None:
    made = operation(reports=400, seed=5, today=TODAY)
    text = guide.text(made, reports=400, seed=5, today=TODAY)
    assert MARK in text
    assert "pentameter demo files --reports 400 --seed 5 --today 2026-10-05 --out examples" in text
    assert all(f"`{one.path}`" in text for one in (*made.shipments, *made.journeys))
    assert "row 17: a date that does not exist" in text
