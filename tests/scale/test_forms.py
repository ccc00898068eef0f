"""What may be typed to ask for a run."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pentameter.kernel.periods import Period
from pentameter.scale.forms import FreezeForm, SendTableForm
from scale import scene

TODAY = date(2013, 12, 31)
TYPED = {
    "from_on_day": "1",
    "from_on_month": "jan",
    "from_on_year": "2013",
    "to_on_day": "30",
    "to_on_month": "6",
    "to_on_year": "2013",
    "title": " Half a year ",
    "area": "Kent",
    "theme": "forced_labour",
    "draws": "20",
    "replicates": "500",
    "seed": "5",
}


def freeze(**other: str) -> FreezeForm:
    return FreezeForm({**TYPED, **other}, today=TODAY)


def test_a_question_is_asked_as_it_is_typed() -> None:
    form = freeze()
    assert form.is_valid()
    asked = form.question
    assert (asked.title, asked.area, asked.theme) == ("Half a year", "Kent", "forced_labour")
    assert (asked.period, asked.seed, asked.draws, asked.replicates) == (
        Period(date(2013, 1, 1), date(2013, 6, 30)), 5, 20, 500,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "typed", "named"),
    [
        ("title", "", "title"),
        ("from_on_day", "31", "__all__"),
        ("to_on_month", "13", "to_on"),
        ("area", "Nowhere", "area"),
        ("theme", "nothing", "theme"),
        ("seed", "x", "seed"),
        ("draws", "500", "draws"),
        ("replicates", "5", "replicates"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(field: str, typed: str, named: str) -> None:
    form = freeze(**{field: typed, **({"from_on_month": "dec"} if field == "from_on_day" else {})})
    assert not form.is_valid()
    assert list(form.errors) == [named]
    assert form.opened is (named in form.thorough)


def test_the_year_is_filled_in_and_the_thorough_fields_stand_apart() -> None:
    form = FreezeForm(today=TODAY)
    assert form.initial["from_on"] == date(2013, 1, 1)
    assert [one.name for one in form.thorough_fields] == ["draws", "replicates", "seed"]
    assert not {one.name for one in form.plain_fields} & set(form.thorough)


def test_a_table_is_read_from_the_file() -> None:
    file: dict[str, Any] = {"file": SimpleUploadedFile("uk.csv", scene.UK.read_bytes())}
    form = SendTableForm(TYPED, file, today=TODAY, largest=1_000_000)
    assert form.is_valid()
    assert form.table == scene.uk()
    assert (form.question.area, form.question.draws) == ("", 0)
    assert not SendTableForm(TYPED, {}, today=TODAY, largest=1_000_000).is_valid()
