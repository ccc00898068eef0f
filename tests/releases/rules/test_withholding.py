"""One threshold for all releases."""

import pytest

from pentameter.releases.rules.withholding import LEAST, MOST, THRESHOLD, may_be_threshold


@pytest.mark.parametrize(
    ("threshold", "earlier", "allowed"),
    [
        (THRESHOLD, set(), True),
        (LEAST, set(), True),
        (LEAST - 1, set(), False),
        (MOST + 1, set(), False),
        (10, {10}, True),
        (5, {10}, False),
        (20, {10}, False),
    ],
)
def test_every_release_keeps_to_it(threshold: int, earlier: set[int], allowed: bool) -> None:
    assert may_be_threshold(threshold, earlier).allowed is allowed
