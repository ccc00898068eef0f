"""`pentameter protection`: the documented examples, and the sentences for files that cannot be read."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pentameter.config.cli import app
from pentameter.victims.law import EventKind, rule_book
from pentameter.victims.rules.casefile import CASE_FIELDS, FIELDS

GUIDES = Path(__file__).parents[3] / "docs" / "guides"
EXAMPLES = GUIDES / "protection-examples"
ANSWERS = list(csv.DictReader((EXAMPLES / "answers.csv").read_text(encoding="utf-8").splitlines()))


def ask(file, *words):
    return CliRunner().invoke(app, ["protection", str(file), *words])


def wrong(tmp_path, content):
    file = tmp_path / "events.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    done = ask(file, "--on", "2024-03-01")
    assert done.exit_code == 2
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    return done.stderr


@pytest.mark.parametrize("answer", ANSWERS, ids=[f"{one['file']} on {one['on']}" for one in ANSWERS])
def test_the_examples_are_answered_as_documented(answer):
    done = ask(EXAMPLES / answer["file"], "--on", answer["on"], "--json")
    assert done.exit_code == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["on"] == answer["on"]
    assert found["removal_may_go_on"] is (answer["removal may go on"] == "yes")
    for clock in ("removal", "support"):
        assert found[clock]["state"] == answer[clock]
        assert found[clock]["earliest_end"] == (answer[f"{clock} earliest end"] or None)


def test_there_is_an_example_for_every_rule_and_an_answer_for_every_example():
    files = {path.name for path in EXAMPLES.glob("*.json")}
    assert {f"{rule.id}.json" for rule in rule_book().rules} <= files
    assert files == {answer["file"] for answer in ANSWERS}


@pytest.mark.parametrize("rule", [rule.id for rule in rule_book().rules])
def test_an_example_names_its_rule_with_source_and_what_is_to_confirm(rule):
    asked = next(answer["on"] for answer in ANSWERS if answer["file"] == f"{rule}.json")
    found = json.loads(ask(EXAMPLES / f"{rule}.json", "--on", asked, "--json").stdout)
    rows = {one["id"]: one for clock in ("removal", "support") for one in found[clock]["rules"]}
    expected = next(one for one in rule_book().rules if one.id == rule)
    assert rows[rule]["sources"] == list(expected.sources)
    assert rows[rule]["to_confirm"] == list(expected.to_confirm)


def test_the_guide_names_every_field_and_kind():
    guide = (GUIDES / "protection-file.md").read_text(encoding="utf-8")
    known = {*CASE_FIELDS, *FIELDS, *(kind.value for kind in EventKind if kind is not EventKind.UNKNOWN)}
    assert {name for name in (*known, *rule_book().places) if f"`{name}`" not in guide} == set()


def test_for_people_it_says_the_same_in_sentences():
    said = ask(EXAMPLES / "UK-NABA61.json", "--on", "2024-05-01").stdout
    assert "Minimum met on 30 March 2024; still protected: awaiting the conclusive grounds decision." in said
    assert "Until at the earliest: 1 May 2024" in said
    assert "UK-NABA61 (to confirm)" in said
    assert "May not go on." in said


def test_without_a_day_it_is_today():
    assert ask(EXAMPLES / "unknown-day.json").exit_code == 0


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ({"kind": "referred", "on": "2024-02-30"}, "Event 1 (referred), on: '2024-02-30' is not a day."),
        ({"kind": "referred", "on": 20240230}, "Event 1 (referred), on: has to be text."),
        ({"kind": "referred", "on": "2024-02-01T10:00:00"}, "is not a moment with its offset."),
        ({"kind": "referred", "on": "9999-12-31"}, "Event 1 (referred), on: 9999-12-31 lies outside 1990 to 2199."),
        ({"on": "2024-02-01"}, "Event 1, kind: is missing."),
        ({"kind": "referred", "onn": "2024-02-01"}, "Event 1, onn: there is no such field."),
        (
            {"kind": "conclusive_grounds", "outcome": "maybe"},
            "Event 1 (conclusive_grounds), outcome: 'maybe' is not one",
        ),
        (
            {"kind": "conclusive_grounds", "outcome": ["positive"]},
            "Event 1 (conclusive_grounds), outcome: ['positive']",
        ),
        ({"kind": "extended", "until": "soon"}, "Event 1 (extended), until: 'soon' is not a day."),
        ({"kind": "reconsideration_asked", "about": "leave"}, "Event 1 (reconsideration_asked), about: 'leave' is not"),
        ({"kind": "disqualified", "evidence": 3}, "Event 1 (disqualified), evidence: has to be text."),
        ({"kind": "referred", "known_at": "2024-02-01"}, "Event 1 (referred), known_at: '2024-02-01' is not a moment"),
        ("referred", "Event 1: has to be an object with kind and on."),
    ],
)
def test_a_fault_names_event_and_field(tmp_path, event, said):
    assert said in wrong(tmp_path, {"jurisdiction": "scotland", "events": [event]})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "The file is not JSON"),
        ("[" * 100_000, "The file is not JSON"),
        ("[]", "The file has to hold an object"),
        ({"jurisdiction": "scotland"}, "The file, events: has to be a list."),
        ({"jurisdiction": 3, "events": []}, "The file, jurisdiction: has to be text."),
        ({"jurisdiction": "scotland", "zone": "Europe/Atlantis", "events": []}, "'Europe/Atlantis' is no time zone"),
        ({"jurisdiction": "scotland", "zone": "../../etc/passwd", "events": []}, "is no time zone"),
        ({"jurisdiction": "scotland", "event": [], "events": []}, "The file, event: there is no such field."),
        ('{"events": [{"kind": "referred", "kind": "withdrawn"}]}', "The file: kind is written twice in one object."),
        ({"jurisdiction": "scotland", "events": [{"kind": "referred"}] * 1001}, "1,001 are more than 1,000."),
    ],
)
def test_a_file_that_says_no_case_is_refused(tmp_path, content, said):
    assert said in wrong(tmp_path, content)


def test_all_faults_are_said_at_once(tmp_path):
    events = [{"kind": "referred", "on": "yesterday"}, {"kind": "withdrawn", "clock": "both"}]
    said = wrong(tmp_path, {"jurisdiction": "scotland", "events": events})
    assert "Event 1 (referred), on:" in said
    assert "Event 2 (withdrawn), clock:" in said


def test_a_missing_file_a_wrong_day_and_bytes_that_are_no_text_are_said_in_a_sentence(tmp_path):
    assert "cannot be read" in ask(tmp_path / "nowhere.json").stderr
    day = ask(EXAMPLES / "NO.json", "--on", "1 March 2024")
    assert (day.exit_code, "is not a day" in day.stderr) == (2, True)
    file = tmp_path / "bytes.json"
    file.write_bytes(b"\xff\xfe\x00")
    assert "is not UTF-8 text" in ask(file).stderr
