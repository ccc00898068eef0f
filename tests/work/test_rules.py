"""When a worker counts as dead, as a table."""

from datetime import UTC, datetime, timedelta

import pytest

from pentameter.work.rules import ATTEMPTS, SILENCE, Life, lives, may_try_again

NOW = datetime(2007, 10, 5, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("life", "alive"),
    [
        (None, False),
        (Life(NOW, gone=False), True),
        (Life(NOW - SILENCE, gone=False), True),
        (Life(NOW - SILENCE - timedelta(seconds=1), gone=False), False),
        (Life(NOW, gone=True), False),
    ],
)
def test_a_worker_lives_while_it_gives_signs(life: Life | None, alive: bool) -> None:
    assert lives(life, now=NOW) is alive


@pytest.mark.parametrize(("attempts", "again"), [(1, True), (ATTEMPTS - 1, True), (ATTEMPTS, False)])
def test_a_run_is_given_up_in_the_end(attempts: int, again: bool) -> None:
    assert may_try_again(attempts).allowed is again
