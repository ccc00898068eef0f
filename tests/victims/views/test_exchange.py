"""The pages on which cases come in and go out."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cast import caseworker, durham_constable, durham_sergeant, post, removals_officer, sign_in
from pentameter.victims.models import Case, CaseImport
from pentameter.work.models import Done
from tests.victims.exchange import MILENA, RECEIVER, WRONG, ZORANA, agrees_to_sharing, csv_of
from victims.ground import agencies

pytestmark = pytest.mark.django_db
IMPORT, EXPORT = "/cases/import/", "/cases/export/"


@pytest.fixture
def client() -> Client:
    """The caseworker's browser."""
    agencies()
    return sign_in(Client(), caseworker())


def _upload(client: Client, *rows: dict[str, str], name: str = "cases.csv", **said: object) -> Any:
    file = SimpleUploadedFile(name, csv_of(*rows))
    return post(client, IMPORT, {"file": file, "age": "maybe_child", **said})


def _export(client: Client, **said: object) -> Any:
    references = "\n".join(Case.objects.values_list("reference", flat=True))
    typed = {"references": references, "recipient": RECEIVER, "purpose": "she moves there", "form": "csv"}
    return post(client, EXPORT, typed | said)


def test_a_file_is_brought_in_and_every_row_is_accounted_for(client: Client) -> None:
    assert "Each row opens a case" in client.get(IMPORT).content.decode()
    answer = _upload(client, ZORANA, WRONG)
    assert (answer.status_code, answer["Location"]) == (302, f"/cases/imports/{CaseImport.objects.get().id}/")
    page = client.get(answer["Location"]).content.decode()
    assert Case.objects.get().reference in page
    assert "Birthdate is no day" in page
    assert "1990-02-31" not in page
    assert "Zorana" not in page


def test_the_same_file_again_opens_nothing(client: Client) -> None:
    _upload(client, MILENA)
    page = client.get(_upload(client, MILENA)["Location"]).content.decode()
    assert "here already" in page
    assert Case.objects.count() == 1


def test_what_is_wrong_with_the_file_is_said_at_the_file(client: Client) -> None:
    assert "Choose a file first." in post(client, IMPORT, {"age": "adult"}).content.decode()
    assert "does not name fields of HTCDS" in _upload(client, {"a": "1", "b": "2"}).content.decode()
    assert "Choose one of the three." in _upload(client, MILENA, age="old").content.decode()
    assert not Case.objects.exists()


def test_an_export_is_the_answer_and_kept_nowhere(client: Client) -> None:
    _upload(client, ZORANA)
    agrees_to_sharing(list(Case.objects.values_list("id", flat=True)))
    for form in ("csv", "json", "xlsx"):
        answer = _export(client, form=form)
        assert answer.status_code == 200
        assert f".{form}" in answer["Content-Disposition"]
    assert b"Testova" in _export(client, form="json").content
    assert not [done for done in Done.objects.all() if "Testova" in (done.body or "")]


def test_what_may_not_leave_is_said_and_what_was_typed_is_kept(client: Client) -> None:
    _upload(client, ZORANA)
    page = _export(client).content.decode()
    assert "Nothing was exported" in page
    assert "she moves there" in page
    assert "Say for what purpose they leave." in _export(client, purpose="").content.decode()
    reference = Case.objects.get().reference
    assert reference in client.get(f"{EXPORT}?case={reference}").content.decode()


@pytest.mark.parametrize("path", [IMPORT, EXPORT])
def test_outsiders_wrong_methods_and_bad_ids(path: str, client: Client) -> None:
    assert client.put(path).status_code in (403, 405, 409)
    assert Client().get(path).status_code == 302
    for person in (durham_constable(), removals_officer()):
        assert sign_in(Client(), person).get(path).status_code == 403
    assert client.get(f"/cases/imports/{uuid4()}/").status_code == 404
    assert client.get("/cases/imports/7/").status_code == 404


def test_a_colleague_s_file_is_open_and_another_force_s_is_not(client: Client) -> None:
    path = _upload(client, MILENA)["Location"]
    assert sign_in(Client(), durham_sergeant()).get(path).status_code == 404
    assert post(client, path).status_code == 405
