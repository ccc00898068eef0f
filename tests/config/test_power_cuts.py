"""The tape of writes, and what a cut leaves: what was synced whole, of the rest no more than was written."""

import shutil
from pathlib import Path
from random import Random

import pytest
from proofs.power.__main__ import LOST, run
from proofs.power.cuts import Disk, played
from proofs.power.tape import Acknowledged, Cut, Synced, Written, read


def _hex(text: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in text)


HEX, SAID = _hex(b"/data/staff.sqlite3-wal"), _hex(b"told P-0 id-0")
TAPE = f"""execve("/usr/bin/python", ["python"], 0x7ffd /* 9 vars */) = 0
openat(AT_FDCWD</>, "{HEX}", O_RDWR|O_CREAT|O_NOFOLLOW|O_CLOEXEC, 0600) = 7<{HEX}>
pwrite64(7<{HEX}>, "\\x61\\x62\\x63", 3, 32) = 3
fdatasync(7<{HEX}>) = 0
write(1<\\x2f\\x64\\x65\\x76>, "{SAID}\\x0a", 14) = 14
ftruncate(7<{HEX}>, 0) = 0
unlink("{HEX}") = 0
pwrite64(8<\\x2f\\x65>, "\\x61", 1, 0) = 1
"""
WAL = "staff.sqlite3-wal"


def _read(tmp_path: Path, text: str) -> list[object]:
    (tmp_path / "log").write_text(text)
    return list(read(tmp_path / "log", Path("/data"), "staff.sqlite3"))


def test_the_tape_has_what_happened_to_the_files_and_what_was_told(tmp_path: Path) -> None:
    steps = [Written(WAL, 32, b"abc"), Synced(WAL), Acknowledged("P-0", "id-0"), Cut(WAL, 0), Cut(WAL, -1)]
    assert _read(tmp_path, TAPE) == steps


@pytest.mark.parametrize(
    "line",
    [
        f'pwrite64(7<{HEX}>, "\\x61"..., 3, 32) = 3',
        f'write(7<{HEX}>, "\\x61", 1) = 1',
        f"pwrite64(7<{HEX}>, <unfinished ...>",
    ],
)
def test_a_tape_with_a_gap_proves_nothing(tmp_path: Path, line: str) -> None:
    with pytest.raises(ValueError, match=r"written down whole|not known to do|Not understood"):
        _read(tmp_path, f"{line}\n")


def test_what_was_synced_is_always_left_and_what_was_told_is_known() -> None:
    steps = [Written("a", 0, b"sure"), Synced("a"), Acknowledged("P-0", "id"), Written("a", 4, b"perhaps"), Cut("b", 0)]
    disk = played({"b": b"old"}, steps)
    assert disk.told == {"P-0": "id"}
    left = [disk.left(Random(seed))["a"] for seed in range(200)]
    assert all(one.startswith(b"sure") for one in left)
    assert {b"sure", b"sureperhaps"} < set(left), "all of the rest, nothing of it, and parts of it"
    assert max(map(len, left)) <= len(b"sureperhaps")
    assert {disk.left(Random(seed))["b"] for seed in range(50)} == {b"old", b""}


def test_a_removal_that_was_not_synced_may_be_undone() -> None:
    disk = Disk({"a": bytearray(b"there")})
    disk.step(Cut("a", -1))
    assert {disk.left(Random(seed)).get("a") for seed in range(50)} == {b"there", None}


def test_writes_beyond_the_end_leave_noughts_between() -> None:
    disk = played({}, [Written("a", 3, b"x"), Synced("a"), Cut("a", 6), Synced("a"), Cut("a", 4), Synced("a")])
    assert bytes(disk.sure["a"]) == b"\0\0\0x"


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace, which writes the tape down, is not installed")
def test_cut_by_chance_nothing_acknowledged_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    counts = run(tmp_path, many=12, reports=6, seed=2007)
    assert {what: counts[what] for what in LOST} == dict.fromkeys(LOST, 0)
    assert counts["cuts"] == 12
    assert counts["reports acknowledged in all"] == 6
