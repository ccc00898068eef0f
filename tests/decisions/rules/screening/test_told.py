"""A line and what was found for it go into their seals and come back as they were."""

import json

from pentameter.decisions.matching import Answer, Birth, Evidence, Explained, Subject
from pentameter.decisions.rules.screening.told import (
    Found,
    Match,
    found_as_json,
    found_from_json,
    found_of,
    name_of,
    subject_as_json,
    subject_from_json,
    surnames_of,
)

LINE = Subject("A1", "", "Zorana", "Testova", Birth(1990, 3, 25), "f", "BG", "X1", ("Row 2: it is odd.",), False)


def test_a_line_comes_back_as_it_was() -> None:
    for one in (LINE, Subject("A2"), Subject("A3", born=Birth(1990))):
        assert subject_from_json(json.loads(json.dumps(subject_as_json(one)))) == one


def test_what_was_found_comes_back_without_points() -> None:
    explained = Explained(Answer("A1", True), (Evidence("c1", 17.5, ("the same name",)),), ("a doubt",))
    found = found_of(explained)
    assert found == Found((Match("c1", ("the same name",)),), ("a doubt",), ("c1",))
    kept = json.dumps(found_as_json(found))
    assert "17.5" not in kept
    assert found_from_json(json.loads(kept)) == found


def test_of_a_crowd_nobody_is_ruled_out() -> None:
    crowd = found_of(Explained(Answer("A1", True), tuple(Evidence(f"c{n}", 1.0, ("why",)) for n in range(501))))
    assert crowd.crowd
    assert (len(crowd.matches), len(crowd.cases)) == (20, 500)
    assert crowd.has_somebody_beside(crowd)


def test_somebody_new_is_somebody_who_was_not_there() -> None:
    one, two = Found(cases=("c1",)), Found(cases=("c1", "c2"))
    assert two.has_somebody_beside(one)
    assert not one.has_somebody_beside(two)
    assert not Found().has_somebody_beside(Found())


def test_names_and_surnames() -> None:
    assert name_of(LINE) == "Zorana Testova"
    assert name_of(Subject("A2", "Ana Invented")) == "Ana Invented"
    assert surnames_of([LINE, Subject("A2", "Ana TESTOVA"), Subject("A3")]) == ("testova",)


def test_who_is_known_by_something_else_now_counts_as_somebody_new() -> None:
    unlike = Found((Match("c1", ("one word alike", "different document numbers")),), cases=("c1",))
    alike = Found((Match("c1", ("one word alike", "the same document number")),), cases=("c1",))
    assert alike.has_somebody_beside(unlike)
    assert not alike.has_somebody_beside(alike)
