"""Every rule as a table of cases, read by someone who knows the law and no Python: truth/removal_and_support.csv."""

from datetime import date, timedelta

import pytest

from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.protection import State, protection
from pentameter.victims.rules.removal import may_remove
from tests.victims.rules.stories import case, rows

BOOK = rule_book()
ROWS = list(rows())
NAMES = [f"{row['rule']}: {row['what it shows']}, {row['on']}" for row in ROWS]


def _day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_the_table(row):
    told, today = case(row["jurisdiction"], row["events"]), date.fromisoformat(row["on"])
    found = protection(told, BOOK, today=today)
    removal, support = found.removal, found.support
    assert (removal.state, removal.earliest_end) == (row["removal"], _day(row["removal earliest end"]))
    assert (support.state, support.earliest_end) == (row["support"], _day(row["support earliest end"]))
    assert may_remove(told, BOOK, today=today).allowed is (row["removal may go on"] == "yes")
    assert row["says"] in f"{removal.sentence} {support.sentence}"
    assert "expire" not in f"{removal.sentence} {support.sentence}".lower()


def test_every_rule_has_its_rows():
    assert {row["rule"] for row in ROWS} == {rule.id for rule in BOOK.rules} | {"none"}


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["rule"] != "none"], ids=[n for n in NAMES if n[:4] != "none"]
)
def test_a_case_names_the_rule_it_stands_under(row):
    found = protection(case(row["jurisdiction"], row["events"]), BOOK, today=date.fromisoformat(row["on"]))
    assert row["rule"] in {rule.id for clock in found.clocks for rule in clock.rules}


def test_what_is_unknown_never_ends_by_waiting():
    told = case("atlantis", "RG+ 2008-03-01; CG- 2008-03-10")
    for years in range(33):
        found = protection(told, BOOK, today=date(2008, 6, 1) + timedelta(days=365 * years))
        assert [one.state for one in found.clocks] == [State.UNKNOWN, State.UNKNOWN]


def test_since_when_there_was_no_gap():
    told = case("england_wales", "referred 2024-02-20; RG+ 2024-03-01")
    removal = protection(told, BOOK, today=date(2024, 3, 10)).removal
    assert (removal.since, removal.unbroken_since) == (date(2024, 3, 1), date(2024, 2, 20))


def test_what_could_end_it_is_named():
    told = case("england_wales", "RG+ 2024-03-01")
    assert protection(told, BOOK, today=date(2024, 3, 10)).removal.could_end == (
        "the conclusive grounds decision, but not before the days are over",
        "a recorded determination on bad faith or public order, with evidence, decider and review date",
    )
    unknown = protection(case("england_wales", ""), BOOK, today=date(2024, 3, 10)).removal
    assert unknown.could_end == ("nothing, before what is unknown is mended",)


@pytest.mark.parametrize(
    ("told", "on", "what"),
    [
        ("RG+ 2024-03-01; withdrawn 2024-03-05", "2024-03-06", "The withdrawal of 5 March 2024 ends nothing by itself"),
        ("RG+ 2024-01-10; CG- 2024-03-06", "2024-03-31", "The refusal of 6 March 2024 may be asked to be reconsidered"),
        ("RG+ 2024-01-10; CG+ 2024-03-06", "2024-03-31", "Leave to remain is to be decided"),
        ("RG+ 2024-01-10; RG+ on old facts 2024-02-06", "2024-03-31", "a further period needs a recorded discretion"),
        ("RG+ 2024-03-01; disqualified for bad_faith without evidence 2024-03-05", "2024-03-06", "It lacks: evidence."),
        ("RG+ 2024-03-01; disqualified for not_credible 2024-03-05", "2024-03-06", "no rule of this case knows its"),
        ("RG+ 2024-03-01; disqualified for bad_faith 2024-03-05", "2024-03-06", "is due on 1 September 2024"),
        ("RG+ 2024-03-01; disqualified for bad_faith 2024-03-05", "2024-09-02", "was due on 1 September 2024"),
    ],
)
def test_what_is_outstanding_is_said(told, on, what):
    found = protection(case("england_wales", told), BOOK, today=date.fromisoformat(on)).removal
    assert any(what in one.what for one in found.outstanding), found.outstanding


def test_what_differs_in_nothing_but_its_first_day_is_said_once():
    told = case("england_wales", "recognised 2024-02-18; referred 2024-02-19")
    removal = protection(told, BOOK, today=date(2024, 2, 20)).removal
    assert len(removal.holds) == 2
    assert removal.sentence.count("awaiting the reasonable grounds decision") == 1
    assert "since 18 February 2024" in removal.sentence
