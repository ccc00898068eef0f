"""Very many rows of the template, quickly and in little memory, for the benchmarks.

Reports as the demo operation makes them are cut into parts (when and where, grade, words, people, things); each row of
the benchmark puts parts of different reports together under a reference of its own.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from pentameter.config.demo.calendar import a_day, waves
from pentameter.config.demo.chance import chance
from pentameter.config.demo.dialects import Written, written
from pentameter.config.demo.networks import Inventor
from pentameter.config.demo.reference import REFERENCE_DAY
from pentameter.config.demo.reports import Desk
from pentameter.config.demo.senders import SENDERS, Sender
from pentameter.intelligence.intake import columns
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.kernel.periods import Period

_CUTS = ("reported_on", "grade_scheme", "text", "person1_name", "phone1")
"""The columns with which the parts begin; what stands before the first is the row's own."""
_GRADE = 1
_PATTERNS = 1500
_NETWORKS = 60
_BATCH = 5000


def write_bench_csv(
    path: Path, *, rows: int, seed: int, agency: str, bad: float = 0.0, today: date = REFERENCE_DAY
) -> int:
    """Write rows of the reports' CSV template for one agency, all of them different, dated in the six weeks to today.

    About `bad` of them (a fraction) lack their handling code; answers how many.
    """
    parts = _parts(agency, seed, today)
    spoilt_grades = [_without_handling(grade) for grade in parts[_GRADE]]
    rng = chance(seed, "bench")
    wrong = 0
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(",".join(columns.names(FileKind.REPORTS)) + "\r\n")
        for start in range(0, rows, _BATCH):
            count = min(_BATCH, rows - start)
            chosen = [rng.choices(part, k=count) for part in parts]
            spoilt = [at for at in range(count) if rng.random() < bad]
            for at in spoilt:
                chosen[_GRADE][at] = rng.choice(spoilt_grades)
            wrong += len(spoilt)
            heads = (f"{agency},BENCH-{serial:07d}" for serial in range(start + 1, start + count + 1))
            stream.write("".join(f"{','.join(row)}\r\n" for row in zip(heads, *chosen, strict=True)))
    return wrong


def _parts(agency: str, seed: int, today: date) -> list[list[str]]:
    """For each part of a row, what it may be, written as CSV."""
    headings = columns.names(FileKind.REPORTS)
    cuts = [headings.index(name) for name in _CUTS] + [len(headings)]
    rows = [[str(cells.get(name, "")) for name in headings] for cells in _rows(agency, seed, today)]
    return [[_as_csv(row[start:end]) for row in rows] for start, end in pairwise(cuts)]


def _rows(agency: str, seed: int, today: date) -> Iterator[Written]:
    """Good rows of the agency, in the plainest dialect; without links of people, who come to stand in other rows."""
    known = next((sender for sender in SENDERS if sender.agency == agency), Sender(agency, "B", 1))
    sender = Sender(agency, "B", known.weight, irish=known.irish)
    rng = chance(seed, "bench", agency)
    inventor = Inventor(rng, today=today, senders=(sender,))
    desk = Desk(sender, inventor, tuple(inventor.network() for _ in range(_NETWORKS)), rng)
    wave = waves(today)[1]
    within = Period(wave.period.start, wave.last)
    for _ in range(_PATTERNS):
        cells = written(desk.write(wave, a_day(within, rng)).cells, sender, rng)
        yield {**cells, "links": _of_things(str(cells.get("links", "")))}


def _of_things(links: str) -> str:
    """The links between things of the last part, which stay together."""
    return "; ".join(one for one in links.split("; ") if "person" not in one)


def _as_csv(cells: Sequence[str]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="").writerow(cells)
    return stream.getvalue()


def _without_handling(grade: str) -> str:
    """The grade's columns without the handling code, which is the fourth of them."""
    cells = next(csv.reader([grade]))
    return _as_csv([*cells[:3], "", *cells[4:]])
