"""Restoring an opened backup into empty databases, and the proof that all of it is there.

The keys are not in a backup: they are there before, and have to be those that sealed it.
"""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pentameter.audit import api as audit
from pentameter.bulletins import api as bulletins
from pentameter.config import installation as installations
from pentameter.config.backup import snapshots
from pentameter.config.backup.making import CHECKPOINTS, DATABASES, INTAKE, Told, keys_known_by
from pentameter.config.backup.manifest import Manifest
from pentameter.config.backup.unpacking import Unpacked
from pentameter.config.environment import Misconfigured
from pentameter.intelligence import api as intelligence
from pentameter.kernel.actor import SYSTEM
from pentameter.releases import api as releases
from pentameter.victims import api as victims

SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found of a restored installation. `tried` and `opened`: of a sample of what is sealed. `missing`, in
    words: empty where all is there."""

    tried: int
    opened: int
    missing: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether all is there and opens."""
        return not self.missing and self.tried == self.opened


def restore(backup: Unpacked, told: Told) -> Proof:
    """Fill the databases and folders of this process's installation, which are empty, and prove it. Call after `enter`.

    From then on nobody is called clear until it is confirmed that nothing is missing. What staff decided after the
    public database was read is brought there again, withdrawals among it, before its door opens.

    Raises:
        Misconfigured: where anything is there already, or the keys are not those of the backup.
    """
    said, places = backup.manifest, backup.installation.places
    here = keys_known_by(places.keys)
    others = [name for name, known in said.keys.items() if here.get(name) != known]
    if others:
        raise Misconfigured(
            f"The keys in {places.keys} are not those of this backup: {', '.join(others)} is another or missing, and "
            "what it closed would not open. A root key that was changed since lies where retired.* was put: "
            "docs/guides/keys.md."
        )
    copy_new(backup.stage / INTAKE, places.data / INTAKE)
    copy_new(backup.stage / CHECKPOINTS, places.checkpoints)
    for done, (alias, name) in enumerate(DATABASES.items()):
        told("Restoring databases", done, len(DATABASES))
        snapshots.load(backup.stage / name, alias)
    missing = _miscounted(said)
    told("Going along the record", 0, 1)
    installations.migrate_staff()
    installations.migrate_public(backup.installation)
    proof = _proved(missing)
    _finish(said.stands_for)
    return proof


def adopt(stands_for: datetime) -> Proof:
    """Prove a database that was recovered or restored by other means, and mark it as restored."""
    proof = _proved([])
    _finish(stands_for)
    return proof


def _finish(stands_for: datetime) -> None:
    victims.mark_restored(stands_for=stands_for, by=SYSTEM)
    releases.bring_all_again()
    bulletins.bring_again(since=stands_for, by=SYSTEM)


def _miscounted(said: Manifest) -> list[str]:
    """What a count of what was restored does not give. To be asked before anything is written there."""
    found = {alias: snapshots.count(alias) for alias in DATABASES}
    missing = [
        f"{alias}: {name} has {found[alias].get(name, 0):,} rows, not {rows:,}"
        for alias, tables in said.rows.items()
        for name, rows in tables.items()
        if found[alias].get(name, 0) != rows
    ]
    head = audit.noted_end()
    if head != said.head:
        missing.append(f"the record ends at row {head[0]:,}, not at row {said.head[0]:,} as it was backed up")
    return missing


def _proved(missing: list[str]) -> Proof:
    """Go along the record, look for the files that are being taken in, and open a sample of what is sealed."""
    record = audit.verify(by=SYSTEM)
    unsound = [] if record.whole else [record.sentence]
    files = [f"the file {one}, which is being taken in" for one in intelligence.files_missing()]
    cases, mentions = victims.cases_that_open(at_most=SAMPLE), intelligence.mentions_that_open(at_most=SAMPLE)
    return Proof(cases[0] + mentions[0], cases[1] + mentions[1], (*missing, *unsound, *files))


def copy_new(source: Path, target: Path) -> None:
    """The files of a folder, into one where there are none."""
    if target.is_dir() and any(target.iterdir()):
        raise Misconfigured(
            f"{target} is not empty. If it holds checkpoints of the record, give them to the auditor: they may go "
            "further than the backup, and then show how much was lost. Name another folder with PENTAMETER_CHECKPOINTS."
        )
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in sorted(source.iterdir()) if source.is_dir() else ():
        shutil.copyfile(path, target / path.name)
        (target / path.name).chmod(0o600)
