"""When an article takes comments, and when it shows them."""

from datetime import date, timedelta

import pytest

from pentameter.bulletins.comments.rules.closing import Taking, are_shown, may_be_commented

DAY = date(2007, 10, 5)
NEXT = DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("taking", "open_", "shown"),
    [
        (None, False, False),
        (Taking(True), True, True),
        (Taking(True, NEXT), True, True),
        (Taking(True, DAY), False, True),
        (Taking(True, DAY, shows=False), False, False),
        (Taking(True, NEXT, shows=False), True, True),
        (Taking(False), False, True),
        (Taking(False, shows=False), False, False),
        (Taking(True, held=True), False, False),
    ],
)
def test_open_and_shown(taking: Taking | None, open_: bool, shown: bool) -> None:
    verdict = may_be_commented(taking, today=DAY)
    assert verdict.allowed == open_
    assert verdict.allowed or "closed" in verdict.reason
    assert are_shown(taking, today=DAY) == shown
