"""A tip-off becomes a report of the desk's agency: graded, with its provenance, what was sent kept sealed."""

import json
from uuid import UUID

import pytest

import cast
from bulletins.tipdesk.scene import LETTER, WORDS, opened, state_of, taken
from intelligence import ground
from pentameter.audit.models import Entry as Row
from pentameter.bulletins.tipdesk.models import Filing, Tip
from pentameter.bulletins.tipdesk.services.filing import file_tip, offered
from pentameter.intelligence.keys import keys_of
from pentameter.intelligence.models import OriginalText, Report, SourceIdentity
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)
ANALYST = cast.national_analyst()
CELLS = {
    "text": "A sender whom nobody knows reports regular transport of women to one address.",
    "reported_on": clock.today().isoformat(),
    "theme": "sexual_exploitation",
    "place": "Testford",
    "grade_scheme": "3x5x2",
    "source_grade": "3",
    "information_grade": "D",
    "handling_code": "P",
}


@pytest.fixture
def tip() -> Tip:
    """A tip-off that was opened."""
    return opened(taken())


@pytest.fixture
def wave() -> UUID:
    """A wave that runs."""
    return ground.wave()


def test_it_is_a_report_with_its_provenance(tip: Tip, wave: UUID) -> None:
    report_id = file_tip(tip_id=tip.pk, cells=CELLS, wave_id=wave, version=2, by=ANALYST)
    report = Report.objects.get()
    assert report.pk == report_id == Filing.objects.get().report
    assert (report.agency_id, report.own_reference) == (ANALYST.agency, tip.reference)
    assert (report.source_grade, report.information_grade, report.scheme) == ("3", "D", "3x5x2")
    assert WORDS not in report.text
    keys = keys_of(ANALYST.agency)
    assert WORDS in str(keys.unseal(OriginalText.objects.get().sealed, bound_to=f"original:{report_id}"))
    assert LETTER.contact in str(keys.unseal(SourceIdentity.objects.get().sealed, bound_to=f"source:{report_id}"))
    assert state_of(tip.pk) == "filed"
    assert json.loads(Row.objects.get(event="tip_filed").detail) == {"report": str(report_id)}


def test_all_that_is_wrong_is_said_and_nothing_is_filed(tip: Tip, wave: UUID) -> None:
    wrong = file_tip(tip_id=tip.pk, cells={**CELLS, "theme": "nothing"}, wave_id=wave, version=2, by=ANALYST)
    assert isinstance(wrong, tuple)
    assert [field for field, _ in wrong] == ["theme"]
    assert not Report.objects.exists()
    assert state_of(tip.pk) == "opened"


def test_only_the_desk_files_and_only_once(tip: Tip, wave: UUID) -> None:
    said = {"tip_id": tip.pk, "cells": CELLS, "wave_id": wave}
    with pytest.raises(Refused):
        file_tip(**said, version=2, by=cast.durham_sergeant())
    file_tip(**said, version=2, by=ANALYST)
    with pytest.raises(Refused, match="It is done"):
        file_tip(**said, version=3, by=ANALYST)
    assert Report.objects.count() == 1


def test_no_row_no_act(tip: Tip, wave: UUID) -> None:
    no_row_no_act(lambda: file_tip(tip_id=tip.pk, cells=CELLS, wave_id=wave, version=2, by=ANALYST))


def test_what_can_be_chosen(wave: UUID) -> None:
    found = offered()
    assert str(wave) in dict(found.waves)
    assert {"3x5x2", "5x5x5"} <= set(dict(found.schemes))
    assert all(key.partition("/")[0] in dict(found.schemes) for key, _ in (*found.sources, *found.handling))
