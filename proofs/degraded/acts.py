"""What people try meanwhile, each in a process of its own: an import, an upload, a screening, a backup."""

import json
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.installations import Installation

BEGIN = """
import json
import cast
from decisions import ground as lists
from intelligence import ground
from victims import support_ground
lists.stage()
lists.protected()
print(json.dumps(str(support_ground.case())))
"""
IMPORT = """
import cast
from django.db import transaction
from intelligence import ground
from pentameter.intelligence import tasks
from pentameter.intelligence.services import receive_file
from pentameter.operations.models import Wave
wave = Wave.objects.values_list("id", flat=True).first()
rows = [{{**ground.good(), "report_ref": f"D{number}-{{one}}"}} for one in range({rows})]
content = ground.csv_of(rows)
with transaction.atomic():
    sent = dict(name="D{number}.csv", chunks=[content], wave_id=wave, way="page", by=cast.durham_constable())
    received = receive_file(**sent)
    tasks.begin_take_in(received)
print(received.file_id)
"""
UPLOAD = """
from uuid import UUID
import cast
from pentameter.victims.services.attachments import Upload, attach
from victims.some_files import PDF
print(attach(case_id=UUID("{case}"), upload=Upload("D{number}.pdf", PDF), by=cast.caseworker()))
"""
SCREEN = """
from decisions import ground as lists
from pentameter.decisions.queries.soundness import soundness
from pentameter.decisions.rules.screening.clearance import is_sound
listed = lists.checked("A2,Bettina,Musterfrau,1971-07-04,f,German,")
state = lists.line_of(listed).state
print("clear" if state == "none" and is_sound(soundness()).allowed else "not clear")
"""
TELL = """
import json
import cast
from pentameter.intelligence.models import IntakeFile
from pentameter.victims.models import Attachment
from pentameter.victims.services.attachments import read_attachment
from victims.some_files import PDF
files = {str(one.pk): [one.rows_read, one.accepted, one.quarantined, one.duplicate] for one in IntakeFile.objects.all()}
whole = {}
for row in Attachment.objects.all():
    found = read_attachment(case_id=row.case_id, attachment_id=row.pk, by=cast.caseworker())
    whole[str(row.pk)] = found.content == PDF
print(json.dumps([files, whole]))
"""
ROWS = 20
LONGEST = 600
LOST = (
    "an import that was acknowledged, and lost",
    "rows of an import unaccounted for",
    "an upload that was acknowledged, and lost",
    "half of a backup, left behind",
    "a list called clear meanwhile",
)


@dataclass(slots=True)
class Acts:
    """What was tried, and what it was told."""

    place: Installation
    case: str
    imports: list[str] = field(default_factory=list)
    uploads: list[str] = field(default_factory=list)
    counts: "Counter[str]" = field(default_factory=Counter)
    _running: list[tuple[str, "subprocess.Popen[str]"]] = field(default_factory=list)
    _begun: int = 0

    def begin(self, *, kinds: tuple[str, ...] = ("import", "upload", "screening", "backup")) -> None:
        """Try each of them once, at the same time."""
        self._begun += 1
        codes = {
            "import": IMPORT.format(number=self._begun, rows=ROWS),
            "upload": UPLOAD.format(number=self._begun, case=self.case),
            "screening": SCREEN,
        }
        for kind in kinds:
            if kind == "backup":
                command = ["-m", "pentameter.config.cli", "backup", "make", str(self.backups), "--json"]
            else:
                command = ["-c", f"import django; django.setup()\n{codes[kind]}"]
            self._running.append((kind, self.place.start(*command)))

    @property
    def backups(self) -> Path:
        """Where backups are put."""
        return self.place.folder / "backups"

    def end(self, *, over: bool) -> None:
        """Wait for what is done; what still waits is left to the next time, unless all is `over`."""
        still = []
        for kind, process in self._running:
            if not over and process.poll() is None:
                still.append((kind, process))
                continue
            said, _ = process.communicate(timeout=LONGEST)
            self._noted(kind, process.returncode, said.strip().splitlines(), during=not over)
        self._running = still

    def _noted(self, kind: str, status: int, said: list[str], *, during: bool) -> None:
        self.counts[f"{kind}: tried"] += 1
        self.counts[f"{kind}: done"] += status == 0
        if kind == "import" and status == 0:
            self.imports.append(said[-1])
        elif kind == "upload" and status == 0:
            self.uploads.append(said[-1])
        elif kind == "screening" and during:
            self.counts["a list called clear meanwhile"] += said[-1:] == ["clear"]

    def reckoned(self) -> "Counter[str]":
        """What is left of it, once all is well again and the files were taken in."""
        counts: Counter[str] = Counter({**dict.fromkeys(LOST, 0), **self.counts})
        files, whole = json.loads(self.place.code(TELL).splitlines()[-1])
        for one in self.imports:
            rows, accepted, quarantined, duplicate = files.get(one, (0, 0, 0, 0))
            counts["an import that was acknowledged, and lost"] += one not in files
            missing = one in files and (rows != ROWS or accepted + quarantined + duplicate != ROWS)
            counts["rows of an import unaccounted for"] += missing
        counts["an upload that was acknowledged, and lost"] = sum(not whole.get(one) for one in self.uploads)
        left = [path.name for path in self.backups.glob("*")] if self.backups.exists() else []
        counts["half of a backup, left behind"] = len(left) - self.counts["backup: done"]
        return counts
