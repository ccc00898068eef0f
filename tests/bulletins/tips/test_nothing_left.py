"""What is told stands nowhere on the public side, and nothing there opens it.

A real public door runs with no staff door, no staff key and no staff database. What a sender writes, has in a picture's
file and is answered is sought in every file that the door has: tables, write-ahead log, keys, log, temporary files.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from bulletins.tips.running import Door, running
from bulletins.tips.sending import photograph, upload
from pentameter.bulletins.tips.queries import entry_bound, reply_bound
from pentameter.bulletins.tips.rules.letters import from_bytes
from pentameter.kernel import letters_to_one
from pentameter.kernel.sealing import SealBroken

CANARIES = (
    "canary-what-7Q2",
    "canary-where-7Q2",
    "canary-when-7Q2",
    "canary-contact-7Q2",
    "canary-file-7Q2",
    "canary-add-7Q2",
)
WHAT, WHERE, WHEN, CONTACT, FILE, ADDED = CANARIES
REPLY, BROKEN = "canary-reply-7Q2", "canary-broken-7Q2"
CODE = re.compile(r"[0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}")


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    """The door, alone."""
    with running(tmp_path_factory.mktemp("alone")) as one:
        yield one


def _told(door: Door) -> str:
    large = photograph(FILE, size=(2_000, 1_500)) + bytes(3 * 1024 * 1024)
    said = {"what": WHAT, "where": WHERE, "when": WHEN, "may_contact": "yes", "contact": CONTACT}
    status, page = door.post(
        "/tip-offs/tell/", {**said, "form_key": door.form_key(), "pictures": [upload(large, f"{FILE}.jpg")]}
    )
    assert status == 200, page
    found = CODE.search(page)
    assert found is not None
    return found[0]


def _answered(door: Door) -> None:
    """A reply, as the staff side brings it."""
    ((tip, key),) = door.rows("SELECT id, reply_key FROM tips_tip")
    one = uuid4()
    sealed = letters_to_one.close(bytes.fromhex(str(key)), REPLY.encode(), bound_to=reply_bound(str(one)))
    door.rows("INSERT INTO tips_reply VALUES (?, ?, '2026-12-01', ?)", one.hex, sealed, tip)


def test_what_is_told_added_and_answered_stands_nowhere(door: Door) -> None:
    with door.read_along() as ahead:
        code = _told(door)
        more = {"code": code, "what": ADDED, "form_key": door.form_key()}
        assert door.post("/tip-offs/add/", more)[0] == 200
        wrong = {"what": "", "where": WHERE, "form_key": door.form_key(), "pictures": [upload(b"%PDF" + FILE.encode())]}
        assert door.post("/tip-offs/tell/", wrong)[0] == 422
        _answered(door)
        status, page = door.post("/tip-offs/reply/", {"code": code})
        assert (status, REPLY in page) == (200, True)
        assert ahead.stat().st_size > 16 * 1024
        _stands_nowhere(door, code)
    assert len(door.rows("SELECT id FROM tips_entry")) == 2
    _stands_nowhere(door, code)


def _stands_nowhere(door: Door, code: str) -> None:
    for words in (*CANARIES, REPLY, code, code.replace("-", "")):
        assert door.holds(words) == [], words


def test_where_words_do_stand_they_are_found(door: Door) -> None:
    """So that the search above cannot fail to find."""
    planted = door.folder / "tmp" / "planted"
    planted.write_bytes(b"before " + WHAT.encode("utf-16-le"))
    assert door.holds(WHAT) == [planted]
    planted.unlink()
    assert Path("log") in [one.relative_to(door.folder) for one in door.files()]


def test_the_staff_sides_key_opens_it_and_no_key_here_does(door: Door) -> None:
    rows = door.rows("SELECT id, sealed FROM tips_entry ORDER BY length(sealed) DESC")
    here = [bytes.fromhex(one.read_text()) for one in (door.folder / "data.keys").glob("*.key")]
    assert len(here) == 2
    for identifier, sealed in rows:
        bound = entry_bound(str(UUID(str(identifier))))
        assert isinstance(sealed, bytes)
        for key in here:
            with pytest.raises(SealBroken):
                letters_to_one.opened(key, sealed, bound_to=bound)
        assert from_bytes(letters_to_one.opened(door.private, sealed, bound_to=bound)).what in (WHAT, ADDED)


def test_no_address_no_browser_and_no_minute_is_kept(door: Door) -> None:
    for table in ("tips_tip", "tips_entry", "tips_reply"):
        for row in door.rows(f"SELECT * FROM {table}"):
            kept = [str(one) for one in row if not isinstance(one, bytes)]
            assert not any("127.0.0.1" in one or "Python-urllib" in one or ":" in one for one in kept)
    assert door.holds("Python-urllib") == []
    assert not door.rows("SELECT * FROM django_session")


def test_an_error_of_the_door_tells_nothing_either(door: Door) -> None:
    door.rows("ALTER TABLE tips_entry RENAME TO tips_entry_away")
    try:
        said = {"what": BROKEN, "form_key": door.form_key(), "pictures": [upload(photograph(BROKEN))]}
        status, page = door.post("/tip-offs/tell/", said)
    finally:
        door.rows("ALTER TABLE tips_entry_away RENAME TO tips_entry")
    assert status == 500
    assert BROKEN not in page
    assert door.holds(BROKEN) == []
    assert "OperationalError" in (door.folder / "log").read_text()
