"""Mending by page: the wrong fields first, nothing typed is lost, on to the next."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

import cast
from intelligence import ground, pages
from pentameter.audit.models import Entry
from pentameter.intelligence.models import IntakeFile, QuarantinedRow, Report

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture
def rows(client: Client) -> list[QuarantinedRow]:
    """Three rows that wait, before a Durham constable."""
    wrong = [ground.bad(1), ground.good(2, theme="none such"), ground.good(3, handling_code="C")]
    ground.sent(ground.csv_of(wrong), ground.wave())
    cast.sign_in(client, cast.durham_constable())
    return list(QuarantinedRow.objects.order_by("row_number"))


def typed(client: Client, row: QuarantinedRow, **cells: str) -> Any:
    """Send the row's form with some cells typed anew."""
    path = f"/intake/rows/{row.id}/"
    sent = pages.form(client.get(path))
    return client.post(path, {**sent, **{f"cell-{name}": value for name, value in cells.items()}})


def test_the_wrong_fields_stand_first_with_their_sentences(client: Client, rows: list[QuarantinedRow]) -> None:
    page = client.get(f"/intake/rows/{rows[0].id}/")
    text = page.content.decode()
    assert pages.errors(page) == ["cell-reported_on"]
    assert text.count("Date of the report: 2025-02-31 is not a date.") == 2  # on top and at the field
    assert text.index("cell-reported_on") < text.index("The other cells of the row")
    assert 'value="DUR-00001"' in text


def test_one_after_the_other_until_none_waits(client: Client, rows: list[QuarantinedRow]) -> None:
    answer = typed(client, rows[0], reported_on=ground.good()["reported_on"])
    assert answer["Location"] == f"/intake/rows/{rows[1].id}/"
    assert "Row 2 is in. 2 left." in client.get(answer["Location"]).content.decode()
    answer = typed(client, rows[1], theme="forced_labour")
    assert answer["Location"] == f"/intake/rows/{rows[2].id}/"
    answer = typed(client, rows[2], handling_conditions="Ask us first.")
    file = IntakeFile.objects.get()
    assert answer["Location"] == f"/intake/files/{file.id}/"
    text = client.get(answer["Location"]).content.decode()
    assert "No row waits any more." in text
    assert "3 accepted, 0 in quarantine, 0 here already" in text
    assert Report.objects.count() == 3


def test_what_is_still_wrong_is_said_and_what_was_typed_is_kept(client: Client, rows: list[QuarantinedRow]) -> None:
    answer = typed(client, rows[0], reported_on="soon", place="Seaham harbour")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Date of the report: soon is not a date." in text
    assert 'value="Seaham harbour"' in text
    assert QuarantinedRow.objects.get(pk=rows[0].id).state == "waiting"


def test_setting_aside_and_taking_back(client: Client, rows: list[QuarantinedRow]) -> None:
    path = f"/intake/rows/{rows[0].id}/"
    missing: Any = cast.post(client, path + "set-aside/", {"version": 1, "reason": " "})
    assert "Say why the row is set aside." in missing.content.decode()
    answer: Any = cast.post(client, path + "set-aside/", {"version": 1, "reason": "sent by mistake"})
    assert answer["Location"] == f"/intake/rows/{rows[1].id}/"
    assert "sent by mistake" in client.get(path).content.decode()
    back: Any = cast.post(client, path + "take-back/", {"version": 2})
    assert back["Location"] == path
    assert "waits to be mended again" in client.get(path).content.decode()


def test_a_colleague_who_was_quicker(client: Client, rows: list[QuarantinedRow]) -> None:
    form = {**pages.form(client.get(f"/intake/rows/{rows[0].id}/")), "cell-place": "Seaham harbour"}
    form["cell-reported_on"] = ground.good()["reported_on"]
    path = f"/intake/rows/{rows[0].id}/"
    for reason in ("first", "second"):
        cast.post(client, path + "set-aside/", {"version": 1 if reason == "first" else 3, "reason": reason})
        cast.post(client, path + "take-back/", {"version": 2 if reason == "first" else 4})
    answer: Any = cast.post(client, path, form)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "waits as it was sent" in text
    assert text.count("Seaham harbour") == 2  # to be compared, and to be sent again
    assert "2025-02-31" in text  # what was sent stands beside it
    assert cast.post(client, path, pages.form(answer, path)).status_code == 302
    assert Report.objects.get().place == "Seaham harbour"


def test_a_colleague_who_mended_it_first(client: Client, rows: list[QuarantinedRow]) -> None:
    path = f"/intake/rows/{rows[0].id}/"
    sent = pages.form(client.get(path))
    typed(client, rows[0], reported_on=ground.good()["reported_on"])
    answer: Any = cast.post(client, path, {**sent, "cell-place": "Seaham harbour"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert f"/reports/{Report.objects.get().id}/" in text
    assert "Seaham harbour" in text
    assert "Try again with what I typed" not in text


def test_a_colleague_who_set_it_aside_first(client: Client, rows: list[QuarantinedRow]) -> None:
    path = f"/intake/rows/{rows[0].id}/"
    cast.post(client, path + "set-aside/", {"version": 1, "reason": "sent by mistake"})
    answer: Any = cast.post(client, path + "set-aside/", {"version": 1, "reason": "it belongs to Cleveland"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "sent by mistake" in text
    assert "it belongs to Cleveland" in text
    assert QuarantinedRow.objects.get(pk=rows[0].pk).reason == "sent by mistake"


def test_a_cell_beyond_the_headings_is_mended_by_emptying_it(client: Client) -> None:
    content = ground.csv_of([ground.good(1)]).rstrip(b"\r\n") + b",something more\r\n"
    ground.sent(content, ground.wave())
    cast.sign_in(client, cast.durham_constable())
    row = QuarantinedRow.objects.get()
    answer = typed(client, row)
    assert pages.errors(answer) == ["cell-other0"]
    assert pages.form(answer)["cell-other0"] == "something more"
    assert typed(client, row, other0="").status_code == 302
    assert Report.objects.count() == 1


@pytest.mark.parametrize("path", ["", "set-aside/", "take-back/"])
def test_another_agency_s_row_is_as_if_it_never_was(client: Client, rows: list[QuarantinedRow], path: str) -> None:
    cast.sign_in(client, cast.cleveland_sergeant())
    answers: list[Any] = []
    for row_id in (rows[0].id, uuid4()):
        answers.append(cast.post(client, f"/intake/rows/{row_id}/{path}", {"version": 1, "reason": "x"}))
    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].content == answers[1].content


def test_who_looks_is_in_the_record_even_when_the_form_comes_back(client: Client, rows: list[QuarantinedRow]) -> None:
    typed(client, rows[0], reported_on="soon")
    assert Entry.objects.filter(event="row_shown").count() == 2


def test_sealing_and_setting_aside_need_a_post(client: Client, rows: list[QuarantinedRow]) -> None:
    assert client.get(f"/intake/rows/{rows[0].id}/set-aside/").status_code == 405
