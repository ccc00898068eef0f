"""Contents go after 30 days, the code after 90."""

from datetime import date

from pentameter.bulletins.tipdesk.rules.keeping import let_go_on, withdrawn_on


def test_days() -> None:
    assert let_go_on(date(2026, 12, 1)) == date(2026, 12, 31)
    assert withdrawn_on(date(2026, 12, 1)) == date(2027, 3, 1)
