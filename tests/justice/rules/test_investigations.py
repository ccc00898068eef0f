"""Who takes part, what an investigation and a suspect need, and what says something in words."""

from datetime import date

import pytest

from pentameter.justice.rules.investigations import Part, may_close, may_open, may_take_part, part_of
from pentameter.justice.rules.people import Person, may_be_suspect
from pentameter.justice.rules.stages import Stage
from pentameter.justice.rules.wording import LONGEST, in_words
from pentameter.kernel.actor import AgencySector, Jurisdiction

TODAY = date(2026, 6, 1)


@pytest.mark.parametrize("sector", list(AgencySector))
def test_only_forces_and_prosecutors_take_part(sector: AgencySector) -> None:
    found = may_take_part(sector, already=False)
    assert found.allowed is (part_of(sector) is not None)
    assert not may_take_part(sector, already=True).allowed
    if sector is AgencySector.PROSECUTION:
        assert part_of(sector) is Part.PROSECUTION
    if sector is AgencySector.IMMIGRATION_ENFORCEMENT:
        assert found.reason.startswith("Agency: an agency of immigration enforcement")


@pytest.mark.parametrize(
    ("name", "place", "on", "field"),
    [
        ("Larch", Jurisdiction.IRELAND, TODAY, ""),
        ("  ", Jurisdiction.IRELAND, TODAY, "Name"),
        ("Larch", Jurisdiction.UK_WIDE, TODAY, "Jurisdiction"),
        ("Larch", Jurisdiction.IRELAND, date(2026, 6, 2), "Day"),
    ],
)
def test_what_an_investigation_needs(name: str, place: Jurisdiction, on: date, field: str) -> None:
    found = may_open(name, on, place, today=TODAY)
    assert found.allowed is not bool(field)
    assert found.reason.startswith(field)


@pytest.mark.parametrize(
    ("stages", "on", "sentence"),
    [
        ([], TODAY, ""),
        ([Stage.NO_ACTION, Stage.SENTENCED, Stage.ACQUITTED], TODAY, ""),
        ([Stage.CONVICTED], TODAY, "Something still has to follow for one suspect"),
        ([Stage.CHARGED, Stage.ON_BAIL], TODAY, "Something still has to follow for 2 suspects"),
        ([], date(2026, 4, 30), "Day: it began on 1 May 2026"),
        ([], date(2026, 6, 2), "Day: 2 June 2026 has not come yet"),
    ],
)
def test_closing(stages: list[Stage], on: date, sentence: str) -> None:
    found = may_close(stages, on, opened_on=date(2026, 5, 1), today=TODAY)
    assert found.allowed is not bool(sentence)
    assert found.reason.startswith(sentence)


def test_a_suspect_has_a_name_or_is_called_something() -> None:
    assert may_be_suspect(Person(name="Called the driver")).allowed
    assert not may_be_suspect(Person(name=" ")).allowed
    person = Person(name="N", born="1979")
    assert Person.from_json(person.as_json()) == person
    assert Person.from_json("nothing") == Person()


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        ("She said that he holds her papers", True),
        ("no no no no no", False),
        ("1 2 3 4 5 6", False),
        ("", False),
        ("word " * LONGEST, False),
    ],
)
def test_in_words(words: str, allowed: bool) -> None:
    assert in_words(words, "Reason").allowed is allowed
