"""What a restore finds missing is said, and what is there is never written over."""

import pytest

from pentameter.config.backup.restoring import Proof, copy_new
from pentameter.config.environment import Misconfigured


@pytest.mark.parametrize(
    ("proof", "whole"),
    [
        (Proof(0, 0, ()), True),
        (Proof(200, 200, ()), True),
        (Proof(200, 199, ()), False),
        (Proof(200, 200, ("the record",)), False),
    ],
)
def test_all_is_there_only_where_nothing_is_missing_and_all_opens(proof: Proof, whole: bool) -> None:
    assert proof.whole is whole


def test_files_are_put_where_there_are_none(tmp_path) -> None:
    (tmp_path / "from").mkdir()
    (tmp_path / "from" / "checkpoints.jsonl").write_text("1\n")
    copy_new(tmp_path / "from", tmp_path / "to")
    assert (tmp_path / "to" / "checkpoints.jsonl").read_text() == "1\n"
    (tmp_path / "to" / "checkpoints.jsonl").write_text("1\n2\n")
    with pytest.raises(Misconfigured, match="give them to the auditor"):
        copy_new(tmp_path / "from", tmp_path / "to")
    assert (tmp_path / "to" / "checkpoints.jsonl").read_text() == "1\n2\n"


def test_of_a_folder_that_is_not_in_the_backup_an_empty_one_is_made(tmp_path) -> None:
    copy_new(tmp_path / "nowhere", tmp_path / "to")
    assert list((tmp_path / "to").iterdir()) == []
