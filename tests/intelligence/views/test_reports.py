"""Reading and carrying away by page."""

import csv
import io
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

import cast
from intelligence import ground
from pentameter.audit.models import Entry
from pentameter.intelligence.models import Report
from pentameter.kernel.actor import Actor

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture
def report() -> Report:
    """A report of Durham's under conditions, for Cleveland."""
    held = {"handling_code": "C", "handling_conditions": "Speak to us first.", "handling_recipients": "cleveland"}
    ground.sent(ground.csv_of([ground.full(1, **held), ground.good(2)]), ground.wave())
    return Report.objects.get(own_reference="DUR-00001")


def test_the_conditions_stand_above_everything(client: Client, report: Report) -> None:
    text = cast.sign_in(client, cast.cleveland_sergeant()).get(f"/reports/{report.id}/").content.decode()
    assert text.index("Handling code C: lawful sharing permitted with conditions") < text.index("What it says")
    assert text.index("Speak to us first.") < text.index("What it says")
    assert "2: untested" in text
    assert "B: known indirectly to the source but corroborated" in text
    assert "28 February 1989" in text
    assert "+44 7700 900417" in text
    assert "Open the original" not in text


@pytest.mark.parametrize("who", [cast.national_analyst, cast.garda, cast.outsider, cast.prosecutor])
def test_who_may_not_sees_the_page_of_what_never_was(client: Client, report: Report, who: Callable[[], Actor]) -> None:
    cast.sign_in(client, who())
    answers = [client.get(f"/reports/{one}/") for one in (report.id, uuid4())]
    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].content == answers[1].content


def test_the_original_opens_once_for_a_stated_purpose(client: Client, report: Report) -> None:
    path = f"/reports/{report.id}/original/"
    cast.sign_in(client, cast.durham_constable())
    assert "Example Street said it" not in client.get(path).content.decode()
    empty: Any = cast.post(client, path, {"purpose": ""})
    assert "Say for what purpose you need it." in empty.content.decode()
    answer: Any = cast.post(client, path, {"purpose": "to check a name"})
    assert answer["Location"] == path
    assert not Entry.objects.filter(event="original_read").exists()
    text = client.get(path).content.decode()
    assert "Example Street said it" in text
    assert "to check a name" in text
    assert Entry.objects.get(event="original_read").purpose == "to check a name"
    assert "Example Street said it" not in client.get(path).content.decode()


def test_a_purpose_holds_for_its_own_record_alone(client: Client, report: Report) -> None:
    other = Report.objects.exclude(pk=report.pk).get()
    cast.sign_in(client, cast.durham_sergeant())
    cast.post(client, f"/reports/{other.id}/original/", {"purpose": "to check"})
    assert "Example Street said it" not in client.get(f"/reports/{report.id}/original/").content.decode()


def test_the_source_is_open_to_the_supervisor_at_home(client: Client, report: Report) -> None:
    path = f"/reports/{report.id}/source/"
    cast.sign_in(client, cast.durham_sergeant())
    cast.post(client, path, {"purpose": "to protect the source"})
    assert "Jo Example" in client.get(path).content.decode()
    assert cast.sign_in(client, cast.durham_constable()).get(path).status_code == 403
    cast.sign_in(client, cast.cleveland_sergeant())
    cast.post(client, path, {"purpose": "to protect the source"})
    assert client.get(path).status_code == 404


def test_an_export_is_asked_for_its_purpose_and_keeps_the_list_s_filters(client: Client, report: Report) -> None:
    cast.sign_in(client, cast.cleveland_sergeant())
    path = "/reports/export/?words=dur-00001"
    answer: Any = cast.post(client, path, {"purpose": "a joint meeting"})
    file = client.get(answer["Location"])
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert [row["report_ref"] for row in rows] == ["DUR-00001"]
    assert rows[0]["handling_conditions"] == "Speak to us first."
    assert file["Content-Disposition"].startswith("attachment")
    assert Entry.objects.get(event="reports_exported").purpose == "a joint meeting"


@pytest.mark.parametrize("who", [cast.durham_constable, cast.prosecutor, cast.duty_desk])
def test_who_may_not_carry_away_is_not_offered_it(client: Client, report: Report, who: Callable[[], Actor]) -> None:
    cast.sign_in(client, who())
    assert "Export this list" not in client.get("/reports/").content.decode()
    assert client.get("/reports/export/").status_code == 403


@pytest.mark.parametrize(
    "query", ["page=99999999", "page=x", "wave=x", "week=x", "theme=none", "source=3x5x2/9", "agency=';--", "page=0"]
)
def test_addresses_that_make_no_sense_show_a_list(client: Client, report: Report, query: str) -> None:
    assert cast.sign_in(client, cast.durham_constable()).get(f"/reports/?{query}").status_code == 200


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 2),
        ("words=dur-00002", 1),
        ("theme=forced_labour", 0),
        ("source=3x5x2/2", 2),
        ("source=5x5x5/B", 0),
        ("agency=durham&area=Durham", 2),
        ("information=3x5x2/B&source=5x5x5/A", 0),
    ],
)
def test_filters(client: Client, report: Report, query: str, found: int) -> None:
    text = cast.sign_in(client, cast.durham_constable()).get(f"/reports/?{query}").content.decode()
    assert f"<h2>{found} report{'' if found == 1 else 's'}</h2>" in text


def test_withheld_is_counted_for_those_who_may_know(client: Client, report: Report) -> None:
    text = cast.sign_in(client, cast.national_analyst()).get("/reports/").content.decode()
    assert "1 more that you may not read" in text
    assert "may not read" not in cast.sign_in(client, cast.prosecutor()).get("/reports/").content.decode()


def test_a_purpose_in_the_address_holds_text_alone(client: Client, report: Report) -> None:
    answer = cast.sign_in(client, cast.durham_constable()).get(f"/reports/{report.id}/?purpose=to%00%0Acheck")
    assert answer.status_code == 200
    assert Entry.objects.get(event="report_read").purpose == "tocheck"
