"""Hostile files in short: one of each kind, read by itself. `python -m proofs.bad_input files` sends many to a door."""

from pathlib import Path
from random import Random

import pytest
from django.conf import LazySettings
from django.test import Client
from proofs.bad_input import asked, changing, files
from proofs.bad_input.parsers import named, report_file

import cast
from intelligence import ground
from pentameter.intelligence.models import QuarantinedRow, Report

NOT_HERE = {"packed beyond measure", "says another size than is true", "thousands of parts", "links to elsewhere"}
"""tests/intelligence/intake/readers/test_xlsx.py opens these."""
KINDS = [one for one in files.kinds() if one.kind not in NOT_HERE]


@pytest.mark.parametrize("one", KINDS, ids=[one.kind for one in KINDS])
def test_it_is_refused_or_its_rows_are_accounted_for(one: files.Hostile) -> None:
    assert report_file(one.name)(one.content) in {"accepted", "quarantined", "refused"}


def test_they_are_the_same_each_time_and_of_every_kind() -> None:
    first = [(one.kind, one.name, len(one.content)) for one in files.hostile(7, 60)]
    assert first == [(one.kind, one.name, len(one.content)) for one in files.hostile(7, 60)]
    assert len({kind for kind, *_ in first}) > 10
    assert max(size for *_, size in first) < 5_000_000


@pytest.mark.django_db
def test_what_is_kept_of_them_can_be_shown(client: Client, settings: LazySettings, tmp_path: Path) -> None:
    """Rows in quarantine and reports that got through, on their pages: whatever stands in them is words."""
    settings.INTAKE_FOLDER = tmp_path / "intake"
    wave, rng = ground.wave(), Random(11)
    hostile = [one for one in files.kinds() if one.kind in ("hostile strings in cells", "wrong encodings")]
    csv = (ground.csv_of([ground.full(1), ground.bad(2)]), *named("CSV").seeds)
    sent = [(one.name, one.content) for one in hostile] + [
        ("week.csv", changing.bytes_from(rng, csv)) for _ in range(5)
    ]
    cards = [ground.sent(content, wave, name=name) for name, content in sent]
    assert all(one.accepted + one.quarantined + one.duplicate == one.rows for one in cards)
    browser = cast.sign_in(client, cast.durham_constable())
    pages = [f"/intake/files/{one.id}/" for one in cards] + ["/reports/", "/intake/"]
    pages += [f"/intake/rows/{one}/" for one in QuarantinedRow.objects.values_list("pk", flat=True)[:12]]
    pages += [f"/reports/{one}/" for one in Report.objects.values_list("pk", flat=True)[:2]]
    assert sum("/rows/" in one for one in pages) > 10
    for page in pages:
        answer = browser.get(page)
        assert answer.status_code == 200, page
        assert not asked.faults(answer, answer.content), page
