"""The check before publication: doubt holds, nobody is told about whom, and the row says nothing of the text."""

import json

import pytest
from django.conf import settings as django_settings
from django.db import connection

from decisions.ground import WHERE, protected, stage
from pentameter.audit.models import Entry
from pentameter.decisions.matching import remembered
from pentameter.releases.api import Naming, NamingReason, naming, naming_of
from pentameter.victims.models import CaseKey
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db
SOBER = "Officers spoke with several people about long days of work and little pay."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("I know Zorana Testova", NamingReason.PROTECTED_NAME),
        ("ring 07700 900417", NamingReason.TELEPHONE),
        ("she is at DH1 3LE", NamingReason.POSTCODE),
        ("write to a.b@example.org", NamingReason.E_MAIL),
        ("the van AB12 CDE", NamingReason.PLATE),
        ("he is obviously guilty", NamingReason.CONTEMPT),
        ("turned \u202e text", NamingReason.UNREADABLE),
        ("x" * 100_001, NamingReason.UNREADABLE),
    ],
)
def test_each_kind(text: str, reason: NamingReason) -> None:
    stage()
    protected()
    assert naming(text) == Naming(held=True, reasons=(reason,))


def test_sober_words_pass() -> None:
    stage()
    protected()
    assert naming(SOBER) == Naming(held=False)
    assert [one.held for one in naming_of([SOBER, "Testova", SOBER])] == [False, True, False]


def test_what_cannot_be_checked_is_held() -> None:
    stage()
    protected()
    CaseKey.objects.update(wrapped=b"of another installation")
    assert naming(SOBER).reasons == (NamingReason.UNREADABLE,)


def test_a_table_that_is_away_holds_too() -> None:
    stage()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE entities_placing RENAME TO entities_placing_away")
    assert naming(SOBER).reasons == (NamingReason.UNREADABLE,)


def test_the_row_says_nothing_of_the_text_and_nothing_is_remembered() -> None:
    stage()
    protected()
    naming("Zorana Testova, 07700 900417")
    row = Entry.objects.order_by("-seq").first()
    assert row is not None
    assert row.event == "naming_checked"
    said = json.dumps([str(value) for value in row.__dict__.values()])
    assert not any(one in said for one in ("Zorana", "Testova", "900417", "protected_name", WHERE))
    assert remembered() == 0


def test_no_row_no_check() -> None:
    stage()
    no_row_no_act(lambda: naming(SOBER))


def test_the_public_door_has_no_check() -> None:
    from importlib import import_module

    apps = import_module("pentameter.config.settings.public").INSTALLED_APPS
    assert "pentameter.releases" not in apps
    assert "pentameter.releases" in django_settings.INSTALLED_APPS
