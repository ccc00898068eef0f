"""How likely a comment is spam, and why."""

import pytest

from pentameter.bulletins.moderation.rules.scoring import LIKELY, points, score

SPAM = [
    "BEST CASINO bonus at www.example.com click here",
    "Earn money from home, whatsapp me now",
    "Frее mоney here",
    "crypto crypto crypto crypto crypto crypto crypto loan",
]
FAIR = [
    "I lived next door for years and never knew. Who should have?",
    "The figures of the second wave are hard to read. Could the table be sorted?",
    "Agreed.",
    "Мой сосед тоже так думает.",
    "NOT one conviction in three years?",
]


@pytest.mark.parametrize("text", SPAM)
def test_spam_is_marked_and_says_why(text: str) -> None:
    found = points(text, alike=0, new_reader=True)
    assert score(found) >= LIKELY
    assert all(one.why.endswith(".") for one in found)


@pytest.mark.parametrize("text", FAIR)
def test_what_people_write_is_not(text: str) -> None:
    assert score(points(text, alike=0, new_reader=True)) < LIKELY


def test_what_many_write_alike_is_marked() -> None:
    assert score(points(FAIR[0], alike=2, new_reader=False)) >= LIKELY
