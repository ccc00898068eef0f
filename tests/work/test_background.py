"""Names of background work."""

import errno
import threading

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


def test_what_a_full_disk_broke_off_is_asked_for_again_at_a_beat(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _recoveries(monkeypatch)
    with pytest.raises(background.WorkFailed):
        background.work.func("full", "1")
    background.watch()
    assert asked == ["asked again"]
    background.watch()
    assert asked == ["asked again"]


def test_what_failed_by_a_fault_of_its_own_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _recoveries(monkeypatch)
    with pytest.raises(background.WorkFailed):
        background.work.func("faulty", "1")
    background.watch()
    assert asked == []


def test_a_recovery_that_finds_the_disk_full_is_asked_again_too(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _recoveries(monkeypatch)
    background.on_start(_full)
    with pytest.raises(background.WorkFailed):
        background.work.func("full", "1")
    background.watch()
    background.watch()
    assert asked == ["asked again", "asked again"]


def _recoveries(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    asked: list[str] = []
    monkeypatch.setattr(background, "_RUNS", {"full": _full, "faulty": _faulty})
    monkeypatch.setattr(background, "_WATCHES", {})
    monkeypatch.setattr(background, "_RECOVERIES", {"one": lambda: asked.append("asked again")})
    monkeypatch.setattr(background, "_broken_off", threading.Event())
    return asked


def _full(identifier: str = "") -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def _faulty(identifier: str) -> None:
    raise ValueError(identifier)
