"""Whether kept counts stay those of a recount in a very large operation while reports and people come in.

What is sent is new, partly wrong, mended, and sent again; some of it is withheld from all but those whom it names.
"""

import time
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.filling import count, say

SENT, PEOPLE, WRONG = 1_000, 100, 0.1
MENDED = {"grade_scheme": "3x5x2", "source_grade": "1", "information_grade": "A", "handling_code": "P"}


def recounted(folder: Path, wave: UUID) -> dict[str, Any]:
    """Let more come in, and compare: how many reports and people came, what was wrong, how long comparing took."""
    from pentameter.intelligence import api as intelligence
    from pentameter.kernel.actor import SYSTEM
    from pentameter.victims import api as victims

    before, cases = count("intelligence_report"), count("victims_case")
    begin = time.perf_counter()
    send(folder, wave)
    rescue(wave)
    came = time.perf_counter() - begin
    say(f"more came in within {came:.0f} s")
    begin, cpu = time.perf_counter(), time.process_time()
    wrong, people = intelligence.recount(by=SYSTEM).wrong, victims.recount_people(by=SYSTEM)
    return {
        "more_reports": count("intelligence_report") - before,
        "more_people": count("victims_case") - cases,
        "wrong": wrong + people,
        "coming": came,
        "comparing": time.perf_counter() - begin,
        "comparing_cpu": time.process_time() - cpu,
    }


def send(folder: Path, wave: UUID) -> None:
    """A file of Durham's, whose wrong rows are mended, and the same file again."""
    from tests.cast import durham_constable

    from pentameter.config import loading
    from pentameter.config.demo import write_bench_csv
    from pentameter.intelligence.models import QuarantinedRow
    from pentameter.intelligence.services import mend_row

    file, sender = folder / f"later-{count('intelligence_report')}.csv", loading.sender("durham")
    write_bench_csv(file, rows=SENT, seed=2007, agency="durham", bad=WRONG)
    written = file.read_text(encoding="utf-8").replace("BENCH-", f"{file.stem.upper()}-")
    file.write_text(written, encoding="utf-8")
    loading.take_in(file, sender, wave)
    for row in QuarantinedRow.objects.filter(state="waiting", file__name=file.name):
        mend_row(row_id=row.id, cells=MENDED, version=row.version, by=durham_constable())
    again = file.with_name(f"again-{file.name}")
    again.write_text(written + "\r\n", encoding="utf-8")
    loading.take_in(again, sender, wave)


def rescue(wave: UUID) -> None:
    """People whom Durham found; all are invented."""
    from django.db import transaction
    from tests.cast import durham_constable, in_database

    from pentameter.victims import api as victims

    officer = durham_constable()
    in_database(officer)
    with transaction.atomic():
        for number in range(PEOPLE):
            identity = victims.Identity(name=f"Person {number}", nationality=("AL", "VN", "RO", "")[number % 4])
            age = (victims.Age.ADULT, victims.Age.CHILD)[number % 2]
            found = victims.Rescue(identity, age, victims.Practical(), victims.Whereabouts(), wave=wave)
            victims.register_rescue(rescue=found, by=officer)
