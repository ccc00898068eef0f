"""Cases told in a line, as the tables tell them: "referred 2024-03-01; RG- 2024-03-06; leave granted ... to ..."."""

import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from pentameter.victims.rules.events import Case, Clock, Event, Facts, Outcome
from pentameter.victims.rules.events import EventKind as Kind

TABLE = Path(__file__).parent / "truth" / "removal_and_support.csv"
DECISIONS = {"RG": Kind.REASONABLE_GROUNDS, "CG": Kind.CONCLUSIVE_GROUNDS}
OUTCOMES = {"+": Outcome.POSITIVE, "-": Outcome.NEGATIVE, "?": None}
PLAIN = {
    "recognised": Kind.RECOGNISED,
    "referred": Kind.REFERRED,
    "permission": Kind.PERMISSION_GRANTED,
    "leave refused": Kind.LEAVE_REFUSED,
    "leave asked": Kind.LEAVE_ASKED,
    "leave granted": Kind.LEAVE_GRANTED,
    "withdrawn": Kind.WITHDRAWN,
    "appeal": Kind.APPEAL_ASKED,
    "extended": Kind.EXTENDED,
    "support extended": Kind.EXTENDED,
    "removal checked": Kind.REMOVAL_CHECKED,
}
WHEN = re.compile(r"(?P<what>.+?) (?P<on>\d{4}-\d\d-\d\d|undated)(?: to (?P<until>\d{4}-\d\d-\d\d))?$")


def rows() -> Iterator[dict[str, str]]:
    """The rows of the truth table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def case(jurisdiction: str, told: str) -> Case:
    """The case that a line tells."""
    return Case(jurisdiction, frozenset(event(one.strip()) for one in told.split(";") if one.strip()))


def event(told: str) -> Event:
    """One event, like "CG- 2024-03-10"."""
    match = WHEN.match(told)
    assert match, told
    on = None if match["on"] == "undated" else date.fromisoformat(match["on"])
    until = date.fromisoformat(match["until"]) if match["until"] else None
    what = match["what"]
    if what in PLAIN:
        return Event(PLAIN[what], on, until=until, clock=Clock.SUPPORT if what.startswith("support") else None)
    return _decision(what, on) or _request(what, on) or _act(what, on)


def _decision(what: str, on: date | None) -> Event | None:
    match = re.fullmatch(r"(RG|CG)([+?-])(?: on (old|new) facts)?", what)
    if not match:
        return None
    facts = Facts(match[3]) if match[3] else None
    return Event(DECISIONS[match[1]], on, outcome=OUTCOMES[match[2]], facts=facts)


def _request(what: str, on: date | None) -> Event | None:
    if what == "appeal-":
        return Event(Kind.APPEAL_ENDED, on, outcome=Outcome.NEGATIVE)
    match = re.fullmatch(r"reconsideration of (RG|CG)(?: (asked)|([+-]))", what)
    if not match:
        return None
    kind = Kind.RECONSIDERATION_ASKED if match[2] else Kind.RECONSIDERATION_ENDED
    return Event(kind, on, about=DECISIONS[match[1]], outcome=OUTCOMES[match[3] or "?"])


def _act(what: str, on: date | None) -> Event:
    if what == "determination revoked":
        return Event(Kind.DETERMINATION_REVIEWED, on, outcome=Outcome.REVOKED)
    if what == "further period":
        return Event(Kind.FURTHER_PERIOD, on, decider="competent authority", reasons="The harm went on.")
    if what == "period ended":
        return Event(Kind.PERIOD_ENDED, on, decider="immigration authority", reasons="A residence permit was issued.")
    match = re.fullmatch(r"disqualified for (\w+)( without evidence)?", what)
    assert match, what
    assert on, what
    evidence = "" if match[2] else "Judgment of a court."
    review_on = on + timedelta(days=180)
    return Event(Kind.DISQUALIFIED, on, ground=match[1], evidence=evidence, decider="authority", review_on=review_on)
