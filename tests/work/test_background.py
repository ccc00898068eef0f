"""Names of background work."""

import pytest

from pentameter.work import background


def test_a_name_that_nobody_registered_is_refused() -> None:
    with pytest.raises(ValueError, match="No background work is called no_such_work"):
        background.enqueue("no_such_work", "1")


def test_two_may_not_share_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "_RUNS", {})
    background.background("one")(print)
    background.background("one")(print)
    with pytest.raises(ValueError, match="Two pieces of background work are called one"):
        background.background("one")(repr)
