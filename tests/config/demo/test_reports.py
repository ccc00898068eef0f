from datetime import date

from pentameter.config.demo.calendar import waves
from pentameter.config.demo.chance import chance
from pentameter.config.demo.networks import Inventor
from pentameter.config.demo.reports import DemoReport, Desk
from pentameter.config.demo.senders import SENDERS
from pentameter.intelligence.intake import columns
from pentameter.intelligence.intake.drafts import FileKind

TODAY = date(2026, 10, 5)
DAY = date(2026, 9, 4)


def _reports(agency: str, count: int) -> list[DemoReport]:
    rng = chance(5)
    sender = next(one for one in SENDERS if one.agency == agency)
    inventor = Inventor(rng, today=TODAY, senders=SENDERS)
    desk = Desk(sender, inventor, tuple(inventor.network() for _ in range(30)), rng)
    return [desk.write(waves(TODAY)[1], DAY) for _ in range(count)]


def test_reports_are_numbered_in_order() -> None:
    assert [one.reference for one in _reports("durham", 3)] == ["DUR-26-00001", "DUR-26-00002", "DUR-26-00003"]


def test_cells_are_the_templates() -> None:
    headings = set(columns.names(FileKind.REPORTS))
    assert all(one.cells.keys() <= headings for one in _reports("garda", 100))


def test_events_come_before_reports() -> None:
    for one in _reports("kent", 200):
        began, ended = one.cells.get("event_from"), one.cells.get("event_to")
        assert began is None or (isinstance(began, date) and began <= DAY)
        assert ended is None or (isinstance(ended, date) and isinstance(began, date) and began < ended <= DAY)


def test_truth_names_every_person_column() -> None:
    for one in _reports("metropolitan", 200):
        named = {name.removesuffix("_name") for name in one.cells if name.endswith("_name") and "person" in name}
        assert named == one.people.keys()


def test_some_reports_keep_the_original_words_and_the_source() -> None:
    kept = [one for one in _reports("cleveland", 300) if one.cells.get("source_identity")]
    assert 15 < len(kept) < 60
    for one in kept:
        name = str(one.cells["source_identity"]).split(" (")[0]
        assert name in str(one.cells["original_text"])
        assert name not in str(one.cells["text"])


def test_the_garda_always_says_in_which_region() -> None:
    assert all(str(one.cells["force_area"]).startswith("Garda ") for one in _reports("garda", 50))
