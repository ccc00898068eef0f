"""The honest mistakes in the demo operation's files. Each spoils one cell, so that its row cannot be accepted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

Row = dict[str, str | date]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake: in words for people, the field it is in, the reason code that it should get, and what stands there."""

    words: str
    field: str
    code: str
    spoilt: str
    suits: Callable[[Row], bool] = lambda row: True


def _has(field: str) -> Callable[[Row], bool]:
    return lambda row: bool(row.get(field))


def _conditional(row: Row) -> bool:
    return (row.get("grade_scheme"), row.get("handling_code")) in {("3x5x2", "C"), ("5x5x5", "3"), ("5x5x5", "5")}


MISTAKES = (
    Mistake("a date that does not exist", "person1_dob", "date", "31/02/1989", _has("person1_name")),
    Mistake("a source grade that the scheme does not have", "source_grade", "grade", "7"),
    Mistake("no handling code", "handling_code", "required", ""),
    Mistake(
        "a conditional handling code without conditions",
        "handling_conditions",
        "conditions",
        "",
        _conditional,
    ),
    Mistake("a report under another agency's name", "agency", "agency", "cumbria"),
    Mistake("letters in a telephone number", "phone1", "phone", "07700 900IOO", _has("phone1")),
    Mistake("a theme that the template does not have", "theme", "code", "trafficking"),
    Mistake("no reference", "report_ref", "required", ""),
    Mistake("no text", "text", "required", ""),
    Mistake("a date that has not come yet", "reported_on", "future", "14/03/2099"),
)


def spoil(row: Row, mistake: Mistake) -> Row:
    """The row with the mistake in it."""
    return {**row, mistake.field: mistake.spoilt}
