"""Many rows with one statement: the same as saving them one by one, only sooner."""

from datetime import date
from uuid import uuid4

import pytest
from django.db.models import Model

from intelligence import ground
from pentameter.intelligence import bulk
from pentameter.intelligence.models import Mention, OriginalText, Recipient, Report

pytestmark = pytest.mark.django_db(transaction=False)


def a_row(model: type[Model]) -> dict[str, object]:
    """The columns of a row that lies in a table, as Django reads them."""
    row = model.objects.get()
    return {field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields}


def plain(row: dict[str, object]) -> dict[str, object]:
    """A row, with bytes as bytes on every database."""
    return {name: bytes(value) if isinstance(value, memoryview) else value for name, value in row.items()}


@pytest.mark.parametrize("model", [Mention, OriginalText, Recipient])
def test_a_row_is_what_saving_it_would_have_made(model: type[Model]) -> None:
    given = {"handling_code": "C", "handling_conditions": "Ask.", "handling_recipients": "cleveland"}
    cells = ground.good(1, **given, phone1="07700 900417", original_text="As it was said.")
    ground.sent(ground.csv_of([cells]), ground.wave())
    before = plain(a_row(model))
    model.objects.all().delete()
    bulk.insert(model, [before])
    assert (
        {**plain(a_row(model)), "id": 0} == {**before, "id": 0}
        if model is Recipient
        else (plain(a_row(model)) == before)
    )


def test_every_column_of_a_report_is_converted() -> None:
    ground.sent(ground.csv_of([ground.full(1, price="60.5", currency="GBP", acts="transfer")]), ground.wave())
    before = a_row(Report)
    after = {**before, "id": uuid4(), "arrival": 2, "own_reference": "another", "price": None}
    after["event_from"] = date(2007, 10, 5)
    bulk.insert(Report, [after])
    row = Report.objects.get(own_reference="another")
    assert {name: getattr(row, name) for name in after} == after


def test_no_rows_are_no_statement(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        bulk.insert(Report, [])
