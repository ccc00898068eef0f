"""A listener hears every step, and the last is the last."""

from darkfigure.progress import Steps


def test_every_step_is_told() -> None:
    heard: list[tuple[int, int, str]] = []
    steps = Steps(2, lambda done, of, what: heard.append((done, of, what)))
    assert steps.done("one", 10) == 10
    assert steps.done("two", None) is None
    assert heard == [(1, 2, "one"), (2, 2, "two")]


def test_nobody_need_listen() -> None:
    assert Steps(1, None).done("one", "result") == "result"
