"""A backup is made while clients write, and restored: a short run of the drills, on a real installation."""

from pathlib import Path

import pytest
from proofs.restores.__main__ import run
from proofs.restores.drill import LOST


@pytest.mark.installation
def test_what_was_acknowledged_before_a_backup_is_there_after_the_restore(tmp_path: Path) -> None:
    counts = run(tmp_path / "place", drills=1, writers=3, seed=2007)
    assert {what: counts[what] for what in LOST} == dict.fromkeys(LOST, 0)
    assert counts["reports acknowledged before their backup"] >= 10
    assert counts["sealed facts opened in a sample"] > 0
