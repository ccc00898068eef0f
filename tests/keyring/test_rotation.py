"""The short form of `python -m proofs.rotation`: the root key changes under people, killed on the way."""

from pathlib import Path

import pytest
from proofs.rotation.work import LOST, run


@pytest.mark.installation
def test_nobody_is_turned_away_and_every_key_opens_afterwards(tmp_path: Path) -> None:
    counts, _ = run(tmp_path / "place", cases=2_500, kills=1, people=("reads", "writes"))
    assert {what: counts[what] for what in LOST} == dict.fromkeys(LOST, 0)
    assert counts["old versions that were not retired"] == 0
    assert counts["records that are not whole"] == 0
    assert counts["reads meanwhile"] > 0
    assert counts["writes meanwhile"] > 0
    assert counts["keys of cases at the end"] >= 2_500
