"""How often something may be tried."""

import pytest

from pentameter.bulletins.comments.rules.limits import LIMITS, LONGEST, Tried, may_try


@pytest.mark.parametrize("tried", list(Tried))
def test_up_to_the_limit_and_no_further(tried: Tried) -> None:
    limit = LIMITS[tried]
    assert may_try(tried, lately=limit.number - 1).allowed
    assert may_try(tried, lately=limit.number).reason == limit.beyond
    assert limit.span <= LONGEST
