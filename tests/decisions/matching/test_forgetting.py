"""The matching lets go of every name when it is told to."""

from decisions.matching.people import asked, person
from pentameter.decisions.matching import forget, remembered
from pentameter.decisions.matching.names import name


def test_what_was_matched_is_remembered_until_it_is_forgotten() -> None:
    asked(person("Zorana Testova", document="AB1234567"), person("Zorana|Testova"))
    assert remembered() > 0
    forget()
    assert remembered() == 0


def test_what_is_matched_afterwards_is_matched_the_same() -> None:
    before = name("Zorana Testova")
    forget()
    assert name("Zorana Testova") == before
