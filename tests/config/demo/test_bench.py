import csv
from datetime import date
from pathlib import Path

from pentameter.config.demo.bench import write_bench_csv
from pentameter.intelligence.intake import columns, interpret
from pentameter.intelligence.intake.drafts import FileKind, RawRow, ReportDraft

TODAY = date(2026, 11, 23)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_row_is_good_and_different(tmp_path: Path) -> None:
    path = tmp_path / "bench.csv"
    assert write_bench_csv(path, rows=12_000, seed=5, agency="durham") == 0
    rows = _rows(path)
    assert len(rows) == 12_000
    assert tuple(rows[0]) == columns.names(FileKind.REPORTS)
    assert len({row["report_ref"] for row in rows}) == 12_000
    assert len({tuple(row.values())[2:] for row in rows}) > 11_990
    for number, row in enumerate(rows[::7], start=2):
        assert isinstance(interpret.report(RawRow(number, row), agency="durham", today=TODAY), ReportDraft)


def test_a_chosen_fraction_is_bad(tmp_path: Path) -> None:
    path = tmp_path / "bench.csv"
    bad = write_bench_csv(path, rows=6_000, seed=5, agency="garda", bad=0.1)
    rows = _rows(path)
    assert 500 < bad < 700
    assert sum(not row["handling_code"].strip() for row in rows) == bad
    refused = [interpret.report(RawRow(2, row), agency="garda", today=TODAY) for row in rows[:500]]
    wrong = [read for read in refused if isinstance(read, tuple)]
    assert len(wrong) == sum(not row["handling_code"].strip() for row in rows[:500])


def test_the_same_seed_writes_the_same(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_bench_csv(tmp_path / name, rows=500, seed=5, agency="kent", bad=0.02)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_an_agency_that_sends_no_demo_files_has_rows_too(tmp_path: Path) -> None:
    write_bench_csv(tmp_path / "one", rows=100, seed=5, agency="dorset")
    assert {row["agency"] for row in _rows(tmp_path / "one")} == {"dorset"}
