"""The pages of runs: listed, asked for, followed, read, repeated; and who may see what of them."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

import cast
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.scale.models import Run
from pentameter.scale.queries.runs import run_whole
from pentameter.scale.services.running import carry_out
from pentameter.work.api import fresh_key
from scale import scene

pytestmark = pytest.mark.django_db
DAYS = {
    "from_on_day": "1",
    "from_on_month": "1",
    "from_on_year": "2013",
    "to_on_day": "31",
    "to_on_month": "12",
    "to_on_year": "2013",
}
ASKED = {"title": "United Kingdom 2013", "theme": "", "seed": "0", "replicates": "100", **DAYS}


def browser(person: Actor) -> Client:
    return cast.sign_in(Client(), person)


def send(client: Client, content: bytes, name: str = "table.csv", **other: str) -> Any:
    given = {"idempotency_key": fresh_key(), **ASKED, **other, "file": SimpleUploadedFile(name, content)}
    return client.post("/estimates/send/", given)


def done(**other: int) -> Run:
    run_id = scene.sent(scene.three(), **other)
    carry_out(run_id=run_id, by=SYSTEM)
    return Run.objects.get(pk=run_id)


def text(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_an_empty_list_says_what_that_means() -> None:
    assert "No estimate has been run yet." in text(browser(cast.statistician()), "/estimates/")
    assert "No run is done yet." in text(browser(cast.statistician()), "/estimates/compare/")


def test_a_table_is_uploaded_and_waits() -> None:
    client = browser(cast.statistician())
    response = send(client, scene.UK.read_bytes(), "uk-2013.csv")
    run = Run.objects.get()
    assert (response.status_code, response.headers["Location"]) == (302, f"/estimates/{run.id}/")
    assert "Waiting for the worker" in text(client, f"/estimates/{run.id}/")
    assert (run.title, run.seed, run.draws) == ("United Kingdom 2013", 0, 0)
    assert "HX-Refresh" not in client.get(f"/estimates/{run.id}/progress/").headers


def test_the_table_that_is_offered_as_an_example_is_that_of_the_guide() -> None:
    page = text(browser(cast.statistician()), "/estimates/send/")
    assert 'href="/static/scale/uk-2013.csv" download' in page
    offered = finders.find("scale/uk-2013.csv")
    assert offered is not None
    assert Path(offered).read_bytes() == scene.UK.read_bytes()


def test_a_workbook_is_read_like_a_table() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    for row, cells in enumerate([("NG", "PF", "count"), (1, 0, 90), (0, 1, 140), (1, 1, 60)]):
        sheet.write_row(row, 0, cells)
    book.close()
    send(browser(cast.national_analyst()), out.getvalue(), "table.xlsx")
    assert Run.objects.get().given == '{"counts":[[1,90],[2,140],[3,60]],"lists":["NG","PF"]}'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"LA,PF,count\n1,0,5\n1,2,3\n", "Row 3, PF: “2” is neither 0 nor 1."),
        (b"LA,PF,count\n1,0,x\n", "Row 2, count: “x” is not a number of people."),
        (b"LA,PF\n1,0\n", "Row 1: there is no column “count”."),
        (b"", "The file is empty."),
    ],
)
def test_bad_input_names_row_and_field_and_loses_nothing_typed(content: bytes, sentence: str) -> None:
    response = send(browser(cast.statistician()), content)
    said = response.content.decode()
    assert sentence in said
    assert 'value="United Kingdom 2013"' in said
    assert not Run.objects.exists()


def test_a_file_that_is_too_large_is_not_read() -> None:
    response = send(browser(cast.statistician()), b"LA,PF,count\n" + b"1,0,5\n" * 200_000)
    assert "is larger than 1 MB" in response.content.decode()


def test_lists_are_frozen_for_a_period_and_a_period_that_makes_no_sense_is_refused() -> None:
    client = browser(cast.national_analyst())
    given = {**ASKED, "area": "Kent", "draws": "20", "idempotency_key": fresh_key()}
    assert client.post("/estimates/freeze/", {**given, "to_on_year": "2012"}).status_code == 200
    response = client.post("/estimates/freeze/", {**given, "idempotency_key": fresh_key()})
    assert response.status_code == 302
    run = Run.objects.get()
    assert (run.source, run.area, run.draws, run.from_on.year) == ("entities", "Kent", 20, 2013)


def test_a_run_that_is_done_shows_its_range_first_and_all_that_carries_it() -> None:
    client, run = browser(cast.statistician()), done()
    said = text(client, f"/estimates/{run.id}/")
    for words in (
        "In all, between about",
        "May be used",
        "What may be said",
        "All methods",
        "When a list is left out",
        "Without police",
        "How its people were matched is not known here",
        "Models that carry it",
        "Who is on which lists",
        "It has not been repeated yet.",
        scene.three().digest,
    ):
        assert words in said, words
    assert client.get(f"/estimates/{run.id}/progress/").headers["HX-Refresh"] == "true"
    assert "Small" in text(client, "/estimates/")
    assert "Estimates side by side" in text(client, "/estimates/compare/")


def test_a_supervisor_sees_the_range_and_no_count_of_a_list() -> None:
    client, run = browser(cast.durham_sergeant()), done()
    said = text(client, f"/estimates/{run.id}/")
    assert "In all, between about" in said
    assert "Who is on which lists" not in said
    assert "Repeat it" not in said
    assert client.get(f"/estimates/{run.id}/table.csv").status_code == 403
    assert client.get(f"/estimates/{run.id}/charts/overlap.csv").status_code == 404
    assert client.get("/estimates/freeze/").status_code == 403
    assert client.get("/estimates/send/").status_code == 403


def test_the_others_see_nothing() -> None:
    run = Run.objects.get(pk=scene.sent())
    for person in (cast.durham_constable(), cast.removals_officer(), cast.caseworker(), cast.administrator()):
        for path in ("/estimates/", f"/estimates/{run.id}/", "/estimates/compare/"):
            assert browser(person).get(path).status_code == 403


def test_a_run_that_never_was_is_not_there() -> None:
    client = browser(cast.statistician())
    for part in ("", "progress/", "table.csv", "charts/methods.svg"):
        assert client.get(f"/estimates/00000000-0000-7000-8000-000000000000/{part}").status_code == 404


def test_a_repeat_is_asked_once_under_one_key() -> None:
    client, run = browser(cast.statistician()), Run.objects.get(pk=scene.sent())
    carry_out(run_id=run.id, by=SYSTEM)
    key = {"idempotency_key": fresh_key()}
    for _ in range(2):
        assert client.post(f"/estimates/{run.id}/repeat/", key).status_code == 302
    assert run.repeats.count() == 1
    assert "Under way" in text(client, f"/estimates/{run.id}/")
    assert client.get(f"/estimates/{run.id}/repeat/").status_code == 405


def test_no_page_loads_what_estimates() -> None:
    """numpy and scipy are the worker's. A process of its own, since here the worker's part has run already."""
    program = (
        "import django, sys; django.setup(); import pentameter.scale.views.runs, pentameter.scale.tasks;"
        "sys.exit('scipy' in sys.modules or 'darkfigure' in sys.modules)"
    )
    variables = {"DJANGO_SETTINGS_MODULE": "pentameter.config.settings.testing"}
    assert subprocess.run([sys.executable, "-c", program], env=variables, check=False).returncode == 0


def test_a_page_of_a_run_takes_few_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    run_id = scene.sent()
    carry_out(run_id=run_id, by=SYSTEM)
    with django_assert_num_queries(3):
        run_whole(run_id)
