"""A short run of the proof that insiders are seen; the long one is `python -m proofs.insiders`."""

from datetime import timedelta

from proofs.insiders.__main__ import ENOUGH, Found, run

from pentameter.oversight.rules.patterns import Pattern


def test_insiders_are_seen_and_others_left_alone() -> None:
    found: Found = run(events=75_000, patterns=25, seed=3)
    assert found.events > 60_000
    sown, flagged = (sum(each) for each in zip(*map(found.seen, Pattern), strict=True))
    assert sown == 25
    assert flagged >= ENOUGH * sown
    assert found.most <= 1
    assert all((delay := found.delay(one)) is None or delay <= timedelta(days=1) for one in found.seeds)


def test_the_proof_can_fail() -> None:
    found = run(events=20_000, patterns=5, seed=3)
    found.flags.clear()
    assert not found.holds
