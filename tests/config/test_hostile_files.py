"""Hostile files in short: one of each kind, read by itself. `python -m proofs.bad_input files` sends many to a door."""

import pytest
from proofs.bad_input import files
from proofs.bad_input.parsers import report_file

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
