"""Checkpoints that were forged, changed, taken out or never finished."""

import json
from pathlib import Path

import pytest

from pentameter.audit.checkpoints import check
from pentameter.audit.signing import Signer, Trust
from tests.audit.records import SIGNER, book_of, ledger_in, rows_of

STRANGER = Signer(bytes(reversed(range(32))))
TRUST = Trust.of([SIGNER.public])


@pytest.fixture
def lines() -> list[str]:
    return [one.line() for one in book_of(rows_of(50), 10, 20, 30, 40).checkpoints]


def test_genuine_checkpoints_hold(lines: list[str]) -> None:
    book = check(lines, TRUST)
    assert book.problems == ()
    assert [one.seq for one in book.checkpoints] == [10, 20, 30, 40]


def _with(line: str, **changes: object) -> str:
    return json.dumps({**json.loads(line), **changes})


@pytest.mark.parametrize(
    ("tamper", "problem"),
    [
        (lambda lines: [*lines[:1], *lines[2:]], "Checkpoint 2 is missing."),
        (lambda lines: lines[1:], "Checkpoint 1 is missing."),
        (lambda lines: [lines[0], lines[2], lines[1], lines[3]], "Checkpoint 2 is missing."),
        (lambda lines: [_with(lines[0], seq=11), *lines[1:]], "Checkpoint 1 was changed after it was signed."),
        (lambda lines: [*lines[:3], _with(lines[3], digest="0" * 64)], "Checkpoint 4 was changed after it was signed."),
        (lambda lines: [*lines[:2], "not json", lines[3]], "Line 3 of the checkpoints is not a checkpoint."),
        (lambda lines: [*lines[:2], "{}", lines[3]], "Line 3 of the checkpoints is not a checkpoint."),
        (lambda lines: [*lines, lines[3]], "Checkpoint 4 does not follow the one before it."),
    ],
)
def test_the_first_problem_is_named(lines: list[str], tamper, problem: str) -> None:
    book = check(tamper(lines), TRUST)
    assert book.problems[0] == problem


def test_a_stranger_cannot_sign(lines: list[str]) -> None:
    forged = [one.line() for one in book_of(rows_of(50), 10, 20, signer=STRANGER).checkpoints]
    book = check(forged, TRUST)
    assert book.checkpoints == ()
    assert book.problems[0] == f"Checkpoint 1 is signed by a key that is not trusted: {STRANGER.key_id}."


def test_genuine_checkpoints_after_a_forged_one_still_count(lines: list[str]) -> None:
    book = check([_with(lines[0], seq=3), *lines[1:]], TRUST)
    assert [one.number for one in book.checkpoints] == [2, 3, 4]


def test_a_key_that_was_replaced_can_still_be_trusted(lines: list[str]) -> None:
    assert check(lines, Trust.of([STRANGER.public, SIGNER.public])).problems == ()


def test_a_line_that_a_power_cut_left_unfinished_is_written_again(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path)
    made = book_of(rows_of(50), 10, 20).checkpoints
    with ledger.locked():
        ledger.append(made[0])
    with open(ledger.path, "a", encoding="utf-8") as file:
        file.write(made[1].line()[:100])
    assert len(ledger.read().checkpoints) == 1
    with ledger.locked():
        ledger.append(made[1])
    assert ledger.read().checkpoints == made
    assert [path.read_text().strip() for path in ledger.folder.glob("*.pub")] == [SIGNER.public.hex()]


def test_the_private_key_never_shows() -> None:
    assert SIGNER.private.hex() not in repr(SIGNER)
    assert repr(bytes(range(32))) not in repr(SIGNER)
