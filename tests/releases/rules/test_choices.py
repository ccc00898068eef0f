"""Of what a release can be: every choice has words, and is counted by something."""

from pentameter.releases.queries.counts.counting import TABLES
from pentameter.releases.rules.choices import Choice, chosen


def test_every_choice_is_counted_once() -> None:
    assert set(TABLES) == set(Choice) - {Choice.ESTIMATES}
    assert len({one.words for one in Choice}) == len(Choice)


def test_choices_are_kept_as_their_values() -> None:
    kept = " ".join(one.value for one in Choice)
    assert chosen(kept) == tuple(Choice)
    assert chosen("") == ()


def test_what_counts_cases_says_so() -> None:
    """Returns, notifications and offences name no case in which somebody could withdraw."""
    assert {one.value for one in Choice if not one.counts_cases} == {
        "found-area-week",
        "national-25",
        "arrests-offence",
        "charges-offence",
        "convictions-offence",
    }
