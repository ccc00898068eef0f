"""What a backup says of itself is read as it was written, or refused in a sentence."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pentameter.config.backup.manifest import NAME, Manifest
from pentameter.config.environment import Misconfigured

SAID = Manifest(
    version="0.1.0",
    mode="real",
    kind="sqlite",
    stands_for=datetime(2026, 11, 24, 2, 5, tzinfo=UTC),
    rows={"default": {"audit_entry": 7, "victims_case": 2}, "public": {"site_bulletin": 1}},
    head=(7, "ab" * 32),
    files={"staff.database": "cd" * 32},
    keys={"root.key": "k"},
)


def test_it_is_read_as_it_was_written(tmp_path):
    SAID.write(tmp_path / NAME)
    assert Manifest.read(tmp_path / NAME) == SAID
    assert SAID.all_rows == 10


def test_a_later_format_is_refused(tmp_path):
    replace(SAID, format=2).write(tmp_path / NAME)
    with pytest.raises(Misconfigured, match="has format 2; this version restores format 1"):
        Manifest.read(tmp_path / NAME)


@pytest.mark.parametrize("broken", ["", "[]", "{}", '{"format": 1}', "missing"])
def test_what_is_no_manifest_is_said(tmp_path, broken):
    if broken != "missing":
        (tmp_path / NAME).write_text(broken)
    with pytest.raises(Misconfigured, match="is no backup of Pentameter"):
        Manifest.read(tmp_path / NAME)


def test_one_that_says_more_than_is_known_is_refused(tmp_path):
    SAID.write(tmp_path / NAME)
    said = json.loads((tmp_path / NAME).read_text())
    (tmp_path / NAME).write_text(json.dumps({**said, "also": 1}))
    with pytest.raises(Misconfigured, match="is no backup"):
        Manifest.read(tmp_path / NAME)
