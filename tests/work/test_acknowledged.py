"""What the proof of acknowledged acts calls lost, and a short run of it."""

from pathlib import Path

import pytest
from proofs.acknowledged.__main__ import run
from proofs.acknowledged.history import LOST, Kept, Sent, reckoned

ACKNOWLEDGED = Sent("P1-0", "k", requests=2, needed=2, id="a")
UNANSWERED = Sent("P1-1", "l", requests=3)


def kept(*reports: tuple[str, list[str]], whole: bool = True, **recorded: int) -> Kept:
    """What is held; each id is in the record once unless said otherwise."""
    once = {each: 1 for _, ids in reports for each in ids}
    return Kept(dict(reports), once | recorded, whole)


def test_nothing_is_lost_where_all_is_there_once() -> None:
    counts = reckoned([ACKNOWLEDGED, UNANSWERED], kept(("P1-0", ["a"]), ("P1-1", ["b"])))
    assert {what: counts[what] for what in LOST} == dict.fromkeys(LOST, 0)
    assert (counts["acknowledged"], counts["requests"]) == (1, 5)
    assert counts["acknowledged at the second request or later"] == 1


@pytest.mark.parametrize(
    ("sent", "held", "lost"),
    [
        (ACKNOWLEDGED, kept(), "acknowledged, and lost"),
        (ACKNOWLEDGED, kept(("P1-0", ["a", "b"])), "there more than once"),
        (UNANSWERED, kept(("P1-1", ["a", "b"])), "there more than once"),
        (ACKNOWLEDGED, kept(("P1-0", ["b"])), "another than was acknowledged"),
        (ACKNOWLEDGED, kept(("P1-0", ["a"]), a=0), "without exactly one row in the record"),
        (ACKNOWLEDGED, kept(("P1-0", ["a"]), a=2), "without exactly one row in the record"),
        (ACKNOWLEDGED, kept(("P1-0", ["a"]), ("P9-9", ["c"])), "a report that nobody sent"),
        (ACKNOWLEDGED, kept(("P1-0", ["a"]), whole=False), "a broken chain"),
        (Sent("P1-0", "k", 2, 1, "a", ["b"]), kept(("P1-0", ["a"])), "sent again, and answered otherwise"),
        (Sent("P1-0", "k", 2, 1, "a", [""]), kept(("P1-0", ["a"])), "sent again, and answered otherwise"),
    ],
)
def test_each_loss_is_seen(sent: Sent, held: Kept, lost: str) -> None:
    counts = reckoned([sent], held)
    assert {what for what in LOST if counts[what]} == {lost}


@pytest.mark.installation
def test_killed_under_clients_that_write_nothing_is_lost(tmp_path: Path) -> None:
    counts = run(tmp_path / "place", kills=4, writers=4, seed=2007)
    assert {what: counts[what] for what in (*LOST, "refused")} == dict.fromkeys((*LOST, "refused"), 0)
    assert counts["acknowledged"] == counts["reports sent"] >= 4
