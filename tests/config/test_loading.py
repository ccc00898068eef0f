import json
from pathlib import Path

import pytest

from pentameter.accounts import api as accounts
from pentameter.config import loading
from pentameter.kernel.actor import SYSTEM
from pentameter.operations import api as operations

EXAMPLES = Path(__file__).parents[2] / "examples"
FATES = ("rows", "accepted", "quarantined", "duplicate")


@pytest.mark.django_db
def test_the_demo_operation_comes_in_as_expected_and_only_once() -> None:
    accounts.seed_agencies(by=SYSTEM)
    accounts.seed_demo_people(by=SYSTEM)
    files = json.loads((EXAMPLES / "demo.json").read_text(encoding="utf-8"))["files"]
    expected = json.loads((EXAMPLES / "expected.json").read_text(encoding="utf-8"))["files"]
    outcomes = list(loading.open_demo(EXAMPLES))
    assert len(outcomes) == len(files)
    for file, outcome in zip(files, outcomes, strict=True):
        assert {fate: getattr(outcome, fate) for fate in FATES} == {
            fate: expected[file["path"]][fate] for fate in FATES
        }, file["path"]
        assert outcome.repeated is bool(expected[file["path"]]["repeats"])
    first, second = operations.waves_of("demonstration")
    assert first.ends_on is not None
    assert second.ends_on is None
    assert loading.is_open(EXAMPLES)
