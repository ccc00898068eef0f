"""The auditor's pages: works, colleague, outsider, wrong method, bad id; what they show, and that it is recorded."""

from pathlib import Path

import pytest
from django.test import Client

from pentameter.audit.events import Event
from pentameter.audit.models import Entry
from pentameter.audit.queries.pages import Line
from pentameter.audit.services import looked, verifying
from pentameter.kernel import clock
from tests.audit.records import OFFICER, fill, ledger_in, read_a_report
from tests.cast import administrator, auditor, durham_constable, in_database, post, sign_in

pytestmark = pytest.mark.django_db
PAGES = ("/audit/record/", "/audit/record/1/", "/audit/looks/?subject_id=7")


@pytest.fixture(autouse=True)
def _ledger(tmp_path: Path, settings) -> None:
    settings.AUDIT_LEDGER = ledger_in(tmp_path)


@pytest.fixture
def reader(client: Client) -> Client:
    """An auditor who has said why."""
    sign_in(client, auditor())
    assert post(client, "/audit/record/", {"purpose": "complaint 12 of 2007"}).status_code == 302
    return client


@pytest.mark.parametrize("address", PAGES)
def test_the_purpose_is_asked_for_first(client: Client, address: str) -> None:
    read_a_report(7)
    sign_in(client, auditor())
    asked = client.get(address).content.decode()
    assert "For what purpose do you read the record?" in asked
    assert "to plan a visit" not in asked
    assert "Say for what purpose you read the record." in post(client, address, {"purpose": "  "}).content.decode()
    answer = post(client, address, {"purpose": "complaint 12 of 2007"})
    assert answer["Location"] == address
    assert "complaint 12 of 2007" in client.get(address).content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_each_page_is_one_row_with_the_purpose(reader: Client, address: str) -> None:
    read_a_report(7)
    reader.get(address)
    row = Entry.objects.order_by("-seq")[0]
    assert (row.event, row.purpose, row.actor) == ("audit_shown", "complaint 12 of 2007", auditor().id)


def test_another_purpose_can_be_stated(reader: Client) -> None:
    assert post(reader, "/audit/purpose/").status_code == 302
    assert "For what purpose" in reader.get("/audit/record/").content.decode()


def test_the_record_names_people_and_can_be_narrowed(reader: Client) -> None:
    in_database(durham_constable())
    fill(60, every=100)
    page = reader.get("/audit/record/").content.decode()
    assert "Older rows" in page
    assert durham_constable().name in page  # to choose from
    assert f"Someone without an account: {'0193-officer'}" in page
    numbers = [row.seq for row in Entry.objects.filter(event="return_filed")]
    narrowed = reader.get("/audit/record/?event=return_filed&actor=0193-officer").content.decode()
    assert all(f"/audit/record/{number}/" in narrowed for number in numbers)
    assert narrowed.count("/audit/record/") - len(numbers) < 8
    assert "No row fits" in reader.get("/audit/record/?actor=nobody").content.decode()
    assert "31 2 2007 is not a date" not in reader.get("/audit/record/?since_day=1").content.decode()


def test_a_list_look_is_found_by_the_records_it_showed(reader: Client) -> None:
    read_a_report(7)
    looked(Event.REPORTS_LISTED, by=OFFICER, kind="report", ids=[6, 7, 8], purpose="to find a name")
    page = reader.get("/audit/looks/?subject_id=7").content.decode()
    assert "to plan a visit" in page
    assert "to find a name" in page
    assert "to find a name" not in reader.get("/audit/looks/?subject_id=77").content.decode()
    assert "/audit/looks/?subject_id=8" in reader.get("/audit/record/2/").content.decode()


def test_nobody_looked(reader: Client) -> None:
    assert "Nobody opened a record of this id" in reader.get("/audit/looks/?subject_id=unheard-of").content.decode()
    assert "Enter the record&#39;s id." in reader.get("/audit/looks/?subject_id=").content.decode()


def test_an_administrator_verifies_but_does_not_read(client: Client) -> None:
    fill(30, every=10)
    sign_in(client, administrator())
    page = client.get("/audit/").content.decode()
    assert "Verify the record" in page
    assert "/audit/looks/" not in page
    assert client.get("/audit/record/").status_code == 403
    answer = client.post("/audit/verify/", {"idempotency_key": "k" * 20}, follow=True)
    assert "34 rows up to" in answer.content.decode()  # 30, three checkpoints, one refusal


def test_long_verification_shows_how_far_it_is(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(30, every=10)
    monkeypatch.setattr(verifying, "STEP", 12)
    sign_in(client, auditor())
    assert post(client, "/audit/verify/")["Location"] == "/audit/verify/progress/"
    assert 'value="12" max="33"' in client.get("/audit/verify/progress/").content.decode()
    assert 'value="24" max="33"' in client.get("/audit/verify/progress/").content.decode()
    last = client.get("/audit/verify/progress/", headers={"HX-Request": "true"})
    assert last["HX-Redirect"] == "/audit/"
    assert "33 rows up to" in client.get("/audit/").content.decode()
    assert client.get("/audit/verify/progress/")["Location"] == "/audit/"


@pytest.mark.parametrize("address", ["/audit/", *PAGES])
def test_a_constable_has_no_business_here(client: Client, address: str) -> None:
    sign_in(client, durham_constable())
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", ["/audit/", *PAGES])
def test_who_is_not_signed_in_is_asked_to(client: Client, address: str) -> None:
    assert client.get(address)["Location"].startswith("/sign-in/")


@pytest.mark.parametrize(
    ("method", "address"),
    [("get", "/audit/verify/"), ("get", "/audit/purpose/"), ("post", "/audit/"), ("put", "/audit/record/")],
)
def test_the_wrong_method_is_refused(reader: Client, method: str, address: str) -> None:
    headers = {"Idempotency-Key": "k" * 20}
    assert getattr(reader, method)(address, headers=headers).status_code == 405


def test_a_detail_is_said_in_words_and_its_lists_are_links() -> None:
    detail = {"duplicate": True, "nil": False, "report": "", "file": "f-1", "rows": 3, "ids": ["a", "b"]}
    line = Line(1, clock.now(), "row_mended", "", "", "", "", "", "", detail, "", "")
    assert line.facts == {"duplicate": "yes", "nil": "no", "report": "none", "file": "f-1", "rows": "3"}
    assert line.lists == {"ids": ["a", "b"]}


def test_a_row_that_never_was_is_not_found(reader: Client) -> None:
    assert reader.get("/audit/record/999/").status_code == 404
    assert reader.get("/audit/record/99999999999999999999/").status_code == 404
