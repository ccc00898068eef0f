"""Rules are rows: each is checked when it is read, and the fault names row and field."""

import json
from datetime import date
from importlib.resources import files

import pytest

from pentameter.victims.rules.book import RuleError, read, rule_book
from pentameter.victims.rules.events import Case, Clock, Event, EventKind, Outcome
from pentameter.victims.rules.protection import protection

TEXT = (files("pentameter.victims") / "data" / "protection_rules.json").read_text(encoding="utf-8")
REMOVAL, SUPPORT = Clock.REMOVAL, Clock.SUPPORT


def changed(number, **fields):
    said = json.loads(TEXT)
    said["rules"][number - 1].update(fields)
    return json.dumps(said)


@pytest.mark.parametrize(
    ("place", "clock", "day", "rules"),
    [
        ("england_wales", REMOVAL, "2007-09-30", []),
        ("england_wales", REMOVAL, "2007-10-01", ["UK-2007-PLEDGE"]),
        ("england_wales", REMOVAL, "2009-03-31", ["UK-2007-PLEDGE"]),
        ("england_wales", REMOVAL, "2009-04-01", ["UK-2009"]),
        ("scotland", REMOVAL, "2022-12-12", ["UK-2009"]),
        ("scotland", REMOVAL, "2022-12-13", ["UK-2022-12"]),
        ("northern_ireland", REMOVAL, "2023-01-29", ["UK-2022-12"]),
        ("northern_ireland", REMOVAL, "2023-01-30", ["UK-NABA61"]),
        ("england_wales", SUPPORT, "2007-10-03", []),
        ("england_wales", SUPPORT, "2023-01-30", ["EW-SUPPORT"]),
        ("united_kingdom", SUPPORT, "2023-01-30", []),
        ("scotland", SUPPORT, "2018-03-31", ["UK-2009"]),
        ("scotland", SUPPORT, "2018-04-01", ["SCOT-SUPPORT"]),
        ("northern_ireland", SUPPORT, "2015-01-13", ["UK-2009"]),
        ("northern_ireland", SUPPORT, "2015-01-14", ["NI-SUPPORT-2015"]),
        ("northern_ireland", SUPPORT, "2022-04-28", ["NI-SUPPORT-2022"]),
        ("ireland", REMOVAL, "2008-06-06", ["COE-ART13"]),
        ("ireland", REMOVAL, "2008-06-07", ["IE-2008"]),
        ("ireland", REMOVAL, "2024-07-17", ["IE-2008", "IE-2024"]),
        ("ireland", SUPPORT, "2024-07-17", ["COE-ART13"]),
        ("norway", REMOVAL, "2007-01-01", ["NO"]),
        ("germany", REMOVAL, "2011-11-25", ["COE-ART13"]),
        ("germany", REMOVAL, "2011-11-26", ["DE"]),
        ("atlantis", REMOVAL, "2024-01-01", []),
    ],
)
def test_which_rule_is_in_force(place, clock, day, rules):
    assert [rule.id for rule in rule_book().in_force(place, clock, date.fromisoformat(day))] == rules


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"from": "2009-04-31"}, "Row 3 (UK-2009), from: '2009-04-31' is no date."),
        ({"to": "2009-03-31"}, "Row 3 (UK-2009), to: lies before from."),
        ({"from": None, "to_confirm": []}, "Row 3 (UK-2009), from: is not known: say so in to_confirm."),
        ({"place": "atlantis"}, "Row 3 (UK-2009), place: 'atlantis' is not among the places"),
        ({"clocks": []}, "Row 3 (UK-2009), clocks: name at least one clock."),
        ({"clocks": ["removals"]}, "Row 3 (UK-2009), clocks: 'removals' is not one of removal, support."),
        ({"starts": ["withdrawn"]}, "Row 3 (UK-2009), starts: name events that can start a period."),
        ({"composition": "later"}, "Row 3 (UK-2009), composition: 'later' is not one of"),
        ({"composition": None}, "Row 3 (UK-2009), composition: is missing."),
        ({"composition": "event_driven"}, "Row 3 (UK-2009), days: this composition does not fit them."),
        ({"days": 0}, "Row 3 (UK-2009), days: 0 is no number"),
        ({"days": True}, "Row 3 (UK-2009), days: True is no number"),
        ({"days": None}, "Row 3 (UK-2009), counting: goes with days or months"),
        ({"months": 2}, "Row 3 (UK-2009), months: give days or months, not both."),
        ({"counting": "exclusive"}, "Row 3 (UK-2009), counting: 'exclusive' is not one of"),
        ({"window": {"days": 30}}, "Row 3 (UK-2009), window: has to be null or hold days and protects."),
        ({"window": {"days": 30, "protects": "no"}}, "Row 3 (UK-2009), window: protects has to be true or false."),
        ({"exit": {"positive": 45, "negative": -1}}, "Row 3 (UK-2009), exit: -1 is no number"),
        ({"second_period_needs_discretion": "no"}, "Row 3 (UK-2009), second_period_needs_discretion: has to be"),
        ({"early_end_grounds": "public_order"}, "Row 3 (UK-2009), early_end_grounds: has to be a list of texts."),
        ({"sources": ["HEARSAY"]}, "Row 3 (UK-2009), sources: 'HEARSAY' is not among the sources"),
        ({"sources": []}, "Row 3 (UK-2009), sources: name at least one source."),
        ({"facts": {"length": 45}}, "Row 3 (UK-2009), facts: has to hold texts."),
        ({"title": None}, "Row 3 (UK-2009), title: has to be text."),
        ({"colour": "red"}, "Row 3 (UK-2009), colour: there is no such field."),
        ({"id": "COE-ART13"}, "Row 3 (COE-ART13), id: another row has it already."),
    ],
)
def test_a_fault_names_row_and_field(fields, said):
    with pytest.raises(RuleError) as fault:
        read(changed(3, **fields))
    assert said in str(fault.value)


def test_a_missing_field_is_named():
    said = json.loads(TEXT)
    del said["rules"][4]["counting"]
    with pytest.raises(RuleError, match=r"Row 5 \(UK-NABA61\), counting: is missing."):
        read(json.dumps(said))


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"name": 3}, "Place ireland, name: has to be text."),
        ({"name": "Ireland", "zone": "Europe/Corkk"}, "Place ireland, zone: 'Europe/Corkk' is no time zone."),
        ({"name": "Ireland", "zone": None, "within": "norway"}, "Place ireland, within: 'norway' is no place"),
    ],
)
def test_a_fault_of_a_place_is_named(place, said):
    content = json.loads(TEXT)
    content["places"]["ireland"] = place
    with pytest.raises(RuleError) as fault:
        read(json.dumps(content))
    assert said in str(fault.value)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"sources": {}, "places": {}, "rules": 3}'])
def test_what_is_no_rule_book_is_refused(text):
    with pytest.raises(RuleError, match="The file"):
        read(text)


def test_a_new_rule_is_a_row_and_old_cases_keep_theirs():
    said = json.loads(TEXT)
    said["rules"][4]["to"] = "2029-12-31"
    new = {**said["rules"][4], "id": "UK-2030", "from": "2030-01-01", "to": None, "days": 60}
    book = read(json.dumps({**said, "rules": [*said["rules"], new]}))
    positive = EventKind.REASONABLE_GROUNDS
    for day, last in ((date(2029, 12, 31), date(2030, 1, 29)), (date(2030, 1, 1), date(2030, 3, 1))):
        case = Case("scotland", frozenset({Event(positive, day, outcome=Outcome.POSITIVE)}))
        assert protection(case, book, today=date(2030, 1, 5)).removal.earliest_end == last


def test_every_rule_keeps_its_facts_its_sources_and_the_mark():
    for rule in rule_book().rules:
        assert rule.facts["length"]
        assert rule.sources
        assert rule.status.startswith(("verified", "partly verified"))
        assert ("(to confirm)" in rule.mark) is bool(rule.to_confirm)
        assert (
            rule.counting is None
            or rule.counting != "inclusive_to_confirm"
            or "whether the first day counts" in rule.to_confirm
        )
