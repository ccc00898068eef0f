"""A model that would mean something else is refused in a sentence."""

import json
from importlib.resources import files

import pytest

from pentameter.entities.linkage.model import REFERENCE, Trained, WrongModel, read, read_file, shipped
from pentameter.entities.linkage.settings import settings

TEXT = (files("pentameter.entities.linkage") / "data" / "model.json").read_text(encoding="utf-8")


def _changed(**changes: object) -> str:
    return json.dumps(json.loads(TEXT) | changes)


def test_the_shipped_model_is_for_these_comparisons() -> None:
    assert read(TEXT) == shipped()
    assert shipped().thresholds.propose_at <= shipped().thresholds.link_at < shipped().thresholds.decide_at


def test_splink_is_given_what_the_file_holds() -> None:
    assert settings(shipped(), mentions=REFERENCE)["comparisons"] == json.loads(TEXT)["splink"]["comparisons"]


def test_in_a_larger_file_fewer_pairs_are_one_person() -> None:
    trained: Trained = shipped()
    assert trained.prior_weight(10 * REFERENCE) == pytest.approx(trained.prior_weight(REFERENCE) - 3.32, abs=0.01)
    assert trained.prior_chance(1) == 0.5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (_changed(format=2), "another format"),
        ("{}", "another format"),
        ("not json", "not a linkage model"),
        (_changed(splink={"comparisons": []}), "not a linkage model|other comparisons"),
    ],
)
def test_a_model_of_another_version_is_refused(text: str, words: str) -> None:
    with pytest.raises(WrongModel, match=words):
        read(text)


def test_a_model_that_compares_otherwise_is_refused() -> None:
    told = json.loads(TEXT)
    told["splink"]["comparisons"][1]["comparison_levels"][1]["sql_condition"] = "birth_year_l = birth_year_r"
    with pytest.raises(WrongModel, match="compares born in another way"):
        read(json.dumps(told))


def test_a_file_of_another_version_is_named(tmp_path) -> None:
    file = tmp_path / "older.json"
    file.write_text(_changed(format=0))
    with pytest.raises(WrongModel, match=r"older\.json: The model has another format"):
        read_file(file)


def test_a_file_that_is_not_there_is_said_so(tmp_path) -> None:
    with pytest.raises(WrongModel, match="cannot be read"):
        read_file(tmp_path / "none.json")
