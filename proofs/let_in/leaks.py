"""`python -m proofs.let_in --leaks`: no canary of a sealed field sits anywhere but on a page.

Every field that the contexts declare as sealed is looked through for its canary. Then everybody opens what they may,
for good, and sends the forms of cases with canaries typed into them. After that e-mails, lines of logs, temporary files
(also those that were deleted), the files of the installation, the databases (their files, or dumps) and a backup
are searched, as they are and with what is written in base64 or hexadecimal in them.
"""

import base64
import io
import logging
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import structlog
from django.apps import apps
from django.conf import settings
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connections
from pyrage.x25519 import Identity
from tests.decisions.firewall import asking, seeds

from pentameter.config.backup import archive, making
from pentameter.config.backup.programs import program, surroundings
from pentameter.config.environment import Mode
from pentameter.config.installation import MARK, Installation
from pentameter.config.sensitivity import Sensitivity, declared
from pentameter.work.api import fresh_key
from proofs.let_in import people, policy, walk
from proofs.let_in.addresses import STAFF
from proofs.let_in.canaries import WORD, word
from proofs.let_in.people import READERS, Reader
from proofs.let_in.scene import Scene, scene

TYPED = word("typed", 77)
"""Typed into every text field of a form of cases."""
SENDS = ("cases/", "decisions/", "screening/", "search/")
"""Addresses whose forms are sent with it, by whoever may."""
IN_THE_OPEN = {"purpose": "a purpose stands in the record, which tells people not to write names in it"}
"""Fields whose words are kept in the open: nothing of a canary is typed there."""
WITHOUT_WORDS = {
    "accounts.User.password": "a digest",
    "accounts.KnownBrowser.digest": "a digest",
    "accounts.AgencyToken.digest": "a digest",
    "oversight.Home.mark": "a digest",
    "victims.CaseKey.wrapped": "a key",
    "decisions.ListKey.wrapped": "a key",
    "intelligence.DataKey.wrapped": "a key",
    "justice.SuspectKey.wrapped": "a key",
    "releases.Edition.key": "a key",
    "releases.Edition.sealed": "numbers",
    "decisions.RemovalList.file": "it goes when its lines are read",
    "decisions.ListLine.found": "ids and reasons without words of a case",
    "decisions.Letter.sealed": "a PDF, packed; its words are the matter's",
    "bulletins.comments.Reader.address": "an address of e-mail, of the public door",
}
"""Sealed fields that hold no canary, each with the reason."""
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{24,}={0,2}")
_HEXADECIMAL = re.compile(rb"(?:[0-9a-f]{2}){16,}")


class Ears:
    """What was searched how often, and where a canary sang."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []

    def hear(self, what: str, where: str, said: bytes) -> None:
        """Search one thing."""
        self.counts[f"searched: {what}"] += 1
        self.counts["bytes searched"] += len(said)
        self.wrong += sorted({f"{what}, {where}: it tells {one}" for one in _singing(said)})


def _singing(said: bytes) -> Iterator[str]:
    for spelling in _spelt(said):
        yield from (match.group().decode() for match in WORD.finditer(spelling.lower()))


def _spelt(said: bytes) -> Iterator[bytes]:
    """As it is, in sixteen bits a letter, and what is hexadecimal or base64 in it, unpacked where it is packed."""
    yield said
    yield said.replace(b"\0", b"")
    yield from (bytes.fromhex(run.decode()) for run in _HEXADECIMAL.findall(said))
    for run in _BASE64.findall(said):
        with suppress(ValueError):
            plain = base64.b64decode(run.translate(bytes.maketrans(b"-_", b"+/")) + b"===")
            yield plain
            with suppress(zlib.error):
                yield zlib.decompress(plain)


@contextmanager
def listening(ears: Ears) -> Iterator[None]:
    """Lines of logs on every level, and temporary files, the deleted ones before they go."""
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    before, root = structlog.get_config(), logging.getLogger()
    level = root.level
    with ExitStack() as around:
        temporary = Path(around.enter_context(tempfile.TemporaryDirectory(prefix="leaks-")))
        around.enter_context(_temporary_files(temporary, ears))
        root.addHandler(handler)
        root.setLevel(logging.DEBUG)
        logging.disable(logging.NOTSET)
        structlog.configure(logger_factory=structlog.PrintLoggerFactory(lines))
        try:
            yield
        finally:
            root.removeHandler(handler)
            root.setLevel(level)
            structlog.configure(**before)
        for number, line in enumerate(lines.getvalue().splitlines(), 1):
            ears.hear("line of a log", str(number), line.encode())
        _search_folder("temporary file", temporary, ears)


@contextmanager
def _temporary_files(folder: Path, ears: Ears) -> Iterator[None]:
    """They lie in `folder`, and are searched before they are deleted."""
    listens = True

    def hook(event: str, details: tuple[Any, ...]) -> None:
        if not listens or event not in ("os.remove", "shutil.rmtree"):
            return
        path = Path(os.fsdecode(details[0]))
        if folder in path.parents:
            _search_folder("temporary file", path, ears)

    sys.addaudithook(hook)
    kept, told = tempfile.tempdir, os.environ.get("TMPDIR")
    tempfile.tempdir = os.environ["TMPDIR"] = str(folder)
    try:
        yield
    finally:
        listens, tempfile.tempdir = False, kept
        if told is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = told


def _search_folder(what: str, at: Path, ears: Ears) -> None:
    for path in sorted(at.rglob("*")) if at.is_dir() else (at,):
        if path.is_file():
            ears.hear(what, path.name, path.read_bytes())


def run(*, whole: bool = True, readers: tuple[Reader, ...] = READERS) -> tuple[Counter[str], list[str]]:
    """Sow, open, send, and search everything."""
    ears = Ears()
    patch = pytest.MonkeyPatch()
    with listening(ears):
        with seeds.remembering(patch) as remembered:
            stage = scene(whole=whole)
        ears.wrong += without_canary(remembered, ears)
        for reader in readers:
            _open(stage, reader, ears)
            _send(stage, reader, ears)
        with tempfile.TemporaryDirectory(prefix="stage-") as folder:
            for alias in connections.databases:
                _search_database(alias, Path(folder), ears)
            _search_backup(Path(folder), ears)
    for number, message in enumerate(getattr(mail, "outbox", ())):
        ears.hear("e-mail", str(number), _letter(message))
    data = Path(settings.PLACES.data)
    for place in (data, settings.PLACES.checkpoints):
        _search_folder("file of the installation", place, ears)
    return ears.counts, ears.wrong


def without_canary(remembered: seeds.Remembered, ears: Ears) -> list[str]:
    """Sealed fields in which no row holds a canary, and no reason says why."""
    missing = []
    for one in declared():
        name = f"{one.model}.{one.field}"
        if one.sensitivity is not Sensitivity.SEALED or name in WITHOUT_WORDS:
            continue
        rows = apps.get_model(one.model)._default_manager.values_list(one.field, flat=True)
        said = [remembered.plain.get(bytes(row), b"") for row in rows if isinstance(row, bytes | memoryview)]
        if not said:
            ears.counts["sealed fields of which the scene has no row"] += 1
            ears.counts[f"no row: {name}"] += 1
        elif any(WORD.search(text.lower()) for text in said):
            ears.counts["sealed fields with a canary"] += 1
        else:
            missing.append(f"{name}: no row of it holds a canary")
    return missing


def _own(stage: Scene, route: str, reader: Reader) -> policy.Record | None:
    family, rule = STAFF[route]
    there = stage.records.get(family, ())
    return next((one for one in there if policy.lets_in(rule, reader, one)), None)


def _open(stage: Scene, reader: Reader, ears: Ears) -> None:
    """Every page that the reader may open, for good."""
    client, head = people.asking(reader)
    people.fresh(reader, client)
    for route in STAFF:
        if (record := _own(stage, route, reader)) is not None:
            client.get(walk.filled(route, record), headers=head)
            ears.counts["pages opened"] += 1


def _send(stage: Scene, reader: Reader, ears: Ears) -> None:
    """Every form of a case that the reader may send, with the canary in it, for good."""
    client, head = people.asking(reader)
    people.fresh(reader, client)
    views = {one.route: one for one in walk.addresses()}
    for route in STAFF:
        record = _own(stage, route, reader) if route.startswith(SENDS) else None
        if record is not None:
            client.post(
                walk.filled(route, record), {"idempotency_key": fresh_key(), **_typed(views[route])}, headers=head
            )
            ears.counts["forms sent"] += 1


def _typed(address: asking.Address) -> dict[str, object]:
    typed = asking.plausible(address)
    return {
        name: f"Zorana {TYPED}" if value == "Zorana Testova" and name not in IN_THE_OPEN else value
        for name, value in typed.items()
    }


def _letter(message: EmailMessage) -> bytes:
    parts = [message.subject, message.body, *(str(one[0]) for one in getattr(message, "alternatives", ()))]
    return "\n".join((*map(str, parts), *message.recipients())).encode() + message.message().as_bytes()


def _search_database(alias: str, folder: Path, ears: Ears) -> None:
    """A database as its files are, or as PostgreSQL writes it out."""
    database = connections[alias].settings_dict
    if connections[alias].vendor == "sqlite":
        name = Path(database["NAME"])
        for path in sorted(name.parent.glob(f"{name.name}*")):
            ears.hear("file of a database", path.name, path.read_bytes())
        return
    target = folder / f"{alias}.sql"
    command = [program("pg_dump"), "--format=plain", f"--file={target}"]
    subprocess.run(command, env=surroundings(database), check=True)
    ears.hear("dump of a database", alias, target.read_bytes())


def _search_backup(folder: Path, ears: Ears) -> None:
    """A backup as it lies there, and all that is in it for whoever has a key of the recipients'."""
    places, identity = settings.PLACES, Identity.generate()
    places.checkpoints.mkdir(parents=True, exist_ok=True)
    Path(settings.INTAKE_FOLDER).mkdir(parents=True, exist_ok=True)
    if not (places.data / MARK).exists():
        (places.data / MARK).write_text("{}", encoding="utf-8")
    made = making.make(Installation(places, Mode.DEMO), folder / "backups", [identity.to_public()], lambda *_: None)
    ears.hear("backup", made.path.name, made.path.read_bytes())
    inside = folder / "inside"
    inside.mkdir()
    archive.unpack(made.path, inside, identity)
    _search_folder("file of a backup", inside, ears)
    shutil.rmtree(inside)
