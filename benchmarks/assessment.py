"""The national assessment over many reports and cases: time and memory of making its three files.

The reports are taken in by one process; another, which has done nothing else, makes the assessment.
"""

import json
import os
import resource
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from benchmarks.place import enter


def main(rows: int, cases: int) -> dict[str, float]:
    folder = Path(os.environ["BENCH_FOLDER"])
    wave_id = enter(folder)
    from pentameter.config import loading
    from pentameter.config.demo import write_bench_csv

    file = folder / "reports.csv"
    write_bench_csv(file, rows=rows, seed=2007, agency="durham")
    loading.take_in(file, loading.sender("durham"), wave_id)
    _refer(cases, wave_id)
    command = [sys.executable, "-m", "benchmarks.assessment", json.dumps({"wave": str(wave_id)})]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def make(wave: str) -> dict[str, float]:
    """Make the three files, and say what that took."""
    from pentameter.config import installation

    folder = Path(os.environ["BENCH_FOLDER"])
    installation.enter(installation.existing(folder / "data"))
    from tests.cast import in_database, national_analyst

    from pentameter.kernel import clock
    from pentameter.picture.api import make_assessment
    from pentameter.picture.assessment.files import FileKind
    from pentameter.picture.assessment.services.looks import copy_version

    analyst = national_analyst()
    in_database(analyst)
    begin, cpu = time.perf_counter(), time.process_time()
    version = make_assessment(wave_id=UUID(wave), by=analyst, at=clock.now(), today=clock.today())
    counted = time.perf_counter() - begin
    for kind in FileKind:
        made = copy_version(version_id=version, kind=kind, by=analyst)
        (folder / made.name).write_bytes(made.body)
    return {
        "counted": counted,
        "seconds": time.perf_counter() - begin,
        "cpu": time.process_time() - cpu,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _refer(count: int, wave_id: UUID) -> None:
    """That many invented people, referred and decided on, who consent to be counted."""
    from django.db import transaction
    from tests.cast import agency, durham_constable, in_database

    from pentameter.kernel import clock
    from pentameter.kernel.actor import SYSTEM
    from pentameter.victims import api as victims
    from pentameter.victims.rules.consent import Said
    from pentameter.victims.services.consent import Saying, record_consent

    officer = durham_constable()
    agency(officer)
    in_database(officer)
    nations = ("AL", "VN", "RO", "NG", "CN")
    with transaction.atomic():
        for number in range(count):
            found_on = clock.today() - timedelta(days=40 + number % 300)
            identity = victims.Identity(name=f"Person {number}", sex="female", nationality=nations[number % 5])
            rescue = victims.Rescue(
                identity, victims.Age.ADULT, victims.Practical(), victims.Whereabouts(), found_on=found_on, wave=wave_id
            )
            case = victims.register_rescue(rescue=rescue, by=officer).case_id
            consent = Saying(victims.Purpose.STATISTICS, Said.GIVEN)
            record_consent(case_id=case, saying=consent, by=officer)
            for kind, after, outcome in (
                (victims.EventKind.REFERRED, 1, None),
                (victims.EventKind.REASONABLE_GROUNDS, 6, victims.Outcome.POSITIVE),
            ):
                event = victims.Event(kind, found_on + timedelta(days=after), outcome)
                victims.record_event(case_id=case, event=event, origin="benchmark", by=SYSTEM)


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    sys.stdout.write(json.dumps(make(**given) if "wave" in given else main(**given)) + "\n")
