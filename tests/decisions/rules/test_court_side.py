"""What may be recorded of her side of a prosecution: what is owed to her, and what lives on her consent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pentameter.decisions.rules.court_side import OWED, Entry, Progress, Side, may_enter
from pentameter.kernel.verdict import ALLOWED, refused

FOUND, TODAY = date(2026, 5, 1), date(2026, 6, 1)
NO = refused("She was not asked.")
TOLD = Entry(Side.TOLD, Progress.GIVEN, date(2026, 5, 20), "Told by telephone of the charge")


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("consents", [True, False])
def test_what_is_owed_needs_no_consent_and_everything_else_does(side: Side, consents: bool) -> None:
    found = may_enter(replace(TOLD, side=side), consent=ALLOWED if consents else NO, opened_on=FOUND, today=TODAY)
    assert found.allowed is (consents or side in OWED)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"on": TODAY + timedelta(days=1)}, "Day: it has not come yet"),
        ({"on": FOUND - timedelta(days=1)}, "Day: it lies before she was found"),
        ({"progress": Progress.ASKED}, "How far: she was told, or she was not"),
        ({"words": "told"}, "What: say in a few words"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(change: dict[str, object], sentence: str) -> None:
    found = may_enter(replace(TOLD, **change), consent=ALLOWED, opened_on=FOUND, today=TODAY)
    assert not found.allowed
    assert found.reason.startswith(sentence)
