import csv
from collections.abc import Iterator
from importlib import resources

from pentameter.config.demo import pool
from pentameter.config.demo.senders import SENDERS, Format


def _agencies() -> Iterator[dict[str, str]]:
    for table in ("agencies", "demo_agencies"):
        text = (resources.files("pentameter.accounts") / "data" / f"{table}.csv").read_text(encoding="utf-8")
        yield from csv.DictReader(text.splitlines())


def test_at_least_twelve_agencies_of_both_states_send_in_every_format() -> None:
    assert len(SENDERS) >= 12
    assert {sender.format for sender in SENDERS} == set(Format)
    assert {"utf-8", "utf-16", "cp1252"} <= {sender.encoding for sender in SENDERS}
    assert {sender.irish for sender in SENDERS} == {True, False}


def test_every_sender_takes_part() -> None:
    assert {sender.agency for sender in SENDERS} <= {one.agency for one in pool.participants()}


def test_police_and_inspectorates_send_tables_and_support_organisations_records() -> None:
    known = {row["slug"]: row for row in _agencies()}
    for sender in SENDERS:
        assert (known[sender.agency]["sector"] == "support") is not sender.is_table


def test_everybody_who_takes_part_is_an_agency_that_is_known() -> None:
    known = {row["slug"] for row in _agencies()}
    assert {one.agency for one in pool.participants()} <= known
