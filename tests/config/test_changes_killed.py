"""`proofs.migrations` in its short form: changes of tables that are killed half way are finished when begun again."""

from pathlib import Path

import pytest
from proofs.migrations.rounds import LOST, Rounds


@pytest.mark.installation
def test_killed_half_way_nothing_is_lost_and_what_is_lost_is_seen(tmp_path: Path) -> None:
    with Rounds(tmp_path / "place", reports=30, cases=2, seed=7) as place:
        place.round(2)
        assert not {what: place.counts[what] for what in LOST if place.counts[what]}
        assert place.counts["killed"] + place.counts["too late to be killed"] == 1
        assert place.counts["changes in each"] >= 8
        assert place.counts["rows before"] > 200
        place._before = {"intelligence_mention": place._before["intelligence_mention"] | {"digest": "0" * 64}}
        place._compare()
        assert {what for what in LOST if place.counts[what]} == {"rows that were lost or changed"}
