"""The worker keeps the list of what went, and has the files forget it."""

from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings

from pentameter.kernel import clock
from pentameter.retention import storage, tasks
from pentameter.retention.queries.gone import gone
from pentameter.retention.rules.groups import Kind
from retention.ground import old_report
from retention.test_erasure import disposed

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_went_is_on_the_list_within_a_beat() -> None:
    tasks.keep_the_list()
    item = old_report()
    disposed(Kind.REPORT, item)
    tasks.keep_the_list()
    tasks.rub_out("")
    assert [one[1] for one in gone()] == [item]
    assert set(gone()) <= set(storage.read_list(storage.list_path()))
    assert storage.list_path().parent == settings.AUDIT_LEDGER.folder


def test_a_line_that_is_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text("case nobody\n", encoding="ascii")
    with pytest.raises(ValueError, match="Line 1"):
        storage.read_list(path)


def test_nothing_is_taken_off_the_list(tmp_path: Path) -> None:
    path, lines = tmp_path / "list.txt", [(Kind.CASE, UUID(int=one), clock.now()) for one in (1, 2)]
    storage.write_list(lines, path)
    storage.write_list(lines[:1], path)
    assert storage.read_list(path) == tuple(lines)
