"""The assessment's pages: works, colleague, outsider, wrong method, bad id, read-only; and nothing typed is lost."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from cast import (
    auditor,
    caseworker,
    durham_constable,
    durham_sergeant,
    national_analyst,
    post,
    removals_officer,
    sign_in,
    statistician,
)
from pentameter.audit.models import Entry
from pentameter.kernel.actor import Actor
from pentameter.picture.assessment.files import FileKind
from pentameter.picture.assessment.rules.content import MARKING
from pentameter.picture.assessment.rules.texts import LONGEST
from pentameter.picture.models import AssessmentText, AssessmentVersion
from picture import scene
from picture.assessment.ground import a_whole_wave, made

pytestmark = pytest.mark.django_db
READERS = (national_analyst, durham_sergeant, statistician)
REFUSED = (durham_constable, caseworker, removals_officer, auditor)


def _reading(wave: UUID, version: UUID) -> list[str]:
    """What can be read."""
    of = f"/picture/assessment/versions/{version}/"
    compared = f"/picture/assessment/compare/?before={version}&after={version}"
    return ["/picture/assessment/", f"/picture/assessment/{wave}/", of, compared, *(of + kind for kind in FileKind)]


def _text(wave: UUID, section: str = "summary") -> str:
    return f"/picture/assessment/{wave}/text/{section}/"


@pytest.mark.parametrize("reader", READERS)
def test_works(client: Client, reader: Callable[[], Actor]) -> None:
    of = a_whole_wave()
    version = made(of)
    sign_in(client, reader())
    for address in _reading(of.wave, version):
        response = client.get(address)
        assert response.status_code == 200, address
    page = client.get(f"/picture/assessment/{of.wave}/").content.decode()
    assert ("Make the assessment" in page) is (reader is national_analyst)
    assert MARKING in page


@pytest.mark.parametrize("person", REFUSED)
def test_who_has_no_part_in_it_is_refused(client: Client, person: Callable[[], Actor]) -> None:
    of = scene.a_wave()
    version = made(of)
    sign_in(client, person())
    for address in (*_reading(of.wave, version), _text(of.wave)):
        assert client.get(address).status_code in (403, 404), address
    assert post(client, f"/picture/assessment/{of.wave}/make/").status_code in (403, 404)
    assert AssessmentVersion.objects.count() == 1


def test_who_is_not_signed_in_is_asked_to(client: Client) -> None:
    of = scene.a_wave()
    for address in _reading(of.wave, made(of)):
        assert client.get(address)["Location"].startswith("/sign-in/")


def test_readers_neither_make_nor_write(client: Client) -> None:
    of = scene.a_wave()
    sign_in(client, durham_sergeant())
    assert client.get(_text(of.wave)).status_code == 403
    assert post(client, f"/picture/assessment/{of.wave}/make/").status_code == 403
    assert not AssessmentVersion.objects.exists()


def test_one_click_makes_a_version_and_shows_it(client: Client) -> None:
    of = a_whole_wave()
    sign_in(client, national_analyst())
    response = post(client, f"/picture/assessment/{of.wave}/make/")
    version = AssessmentVersion.objects.get()
    assert response["Location"] == f"/picture/assessment/versions/{version.pk}/"
    page = client.get(response["Location"]).content.decode()
    for words in (MARKING, version.digest, "Version 1", "528 arrests", "Table 13:"):
        assert words in page


def test_wrong_method(client: Client) -> None:
    of = scene.a_wave()
    version = made(of)
    sign_in(client, national_analyst())
    assert client.get(f"/picture/assessment/{of.wave}/make/").status_code == 405
    assert post(client, f"/picture/assessment/versions/{version}/").status_code == 405


def test_bad_id(client: Client) -> None:
    of = scene.a_wave()
    version = made(of)
    sign_in(client, national_analyst())
    nobody = UUID(int=7)
    for address in (
        f"/picture/assessment/{nobody}/",
        f"/picture/assessment/versions/{nobody}/",
        f"/picture/assessment/versions/{nobody}/pdf",
        f"/picture/assessment/versions/{version}/docx",
        _text(nobody),
        _text(of.wave, "treasure"),
        f"/picture/assessment/compare/?before={nobody}&after={version}",
    ):
        assert client.get(address).status_code == 404, address
    assert post(client, f"/picture/assessment/{nobody}/make/").status_code == 404


def test_read_only(client: Client) -> None:
    of = a_whole_wave()
    addresses = _reading(of.wave, made(of))
    sign_in(client, statistician())
    before = (list(AssessmentVersion.objects.values()), Entry.objects.count())
    for address in addresses:
        client.get(address)
    assert list(AssessmentVersion.objects.values()) == before[0]
    assert Entry.objects.count() == before[1] + len(addresses), "one row a look, and nothing else"


def test_files_name_their_version_and_are_kept_nowhere(client: Client) -> None:
    version = made(scene.a_wave())
    sign_in(client, statistician())
    for kind in FileKind:
        response = client.get(f"/picture/assessment/versions/{version}/{kind.value}")
        assert f'-version-1.{kind.value}"' in response["Content-Disposition"]
        assert response["Cache-Control"] == "no-store"


def test_a_text_is_kept_and_shown_again(client: Client) -> None:
    of = scene.a_wave()
    sign_in(client, national_analyst())
    assert post(client, _text(of.wave), {"body": "Most areas looked.", "version": 0}).status_code == 302
    page = client.get(_text(of.wave)).content.decode()
    assert "Most areas looked." in page
    assert 'name="version" value="1"' in page


def test_two_who_write_at_once_lose_nothing(client: Client) -> None:
    of = scene.a_wave()
    sign_in(client, national_analyst())
    post(client, _text(of.wave), {"body": "What was saved first.", "version": 0})
    response = post(client, _text(of.wave), {"body": "What I typed meanwhile.", "version": 0})
    page = response.content.decode()
    assert response.status_code == 409
    assert "What was saved first." in page
    assert "What I typed meanwhile." in page
    assert 'name="version" value="1"' in page
    post(client, _text(of.wave), {"body": "What I typed meanwhile.", "version": 1})
    assert [row.body for row in AssessmentText.objects.order_by("version")] == [
        "What was saved first.",
        "What I typed meanwhile.",
    ]


def test_what_cannot_be_kept_says_why_and_stays_typed(client: Client) -> None:
    of = scene.a_wave()
    sign_in(client, national_analyst())
    page = post(client, _text(of.wave), {"body": "y" * (LONGEST + 1), "version": 0}).content.decode()
    assert "This is longer than 20,000 characters by 1. Shorten it." in page
    assert "y" * (LONGEST + 1) in page


def test_two_versions_have_to_be_chosen(client: Client) -> None:
    scene.a_wave()
    sign_in(client, national_analyst())
    response = client.get("/picture/assessment/compare/", follow=True)
    assert "Choose two versions to compare." in response.content.decode()


def test_what_changed_stands_side_by_side(client: Client) -> None:
    of = a_whole_wave()
    one = made(of)
    scene.said(of, "kent", 2, "found", premises=9, people=8, arrests=7)
    other = made(of)
    sign_in(client, statistician())
    page = client.get(f"/picture/assessment/compare/?before={one}&after={other}").content.decode()
    assert "People found, premises visited and arrests, by agency" in page
    assert "Nothing changed" not in page
    same = client.get(f"/picture/assessment/compare/?before={one}&after={one}").content.decode()
    assert "Every figure of the two versions is the same." in same


def test_the_picture_leads_to_the_assessment_of_its_wave(client: Client) -> None:
    of = a_whole_wave()
    link = f"/picture/assessment/{of.wave}/"
    assert link in sign_in(client, national_analyst()).get("/picture/").content.decode()
    assert link not in sign_in(Client(), durham_constable()).get("/picture/").content.decode()
