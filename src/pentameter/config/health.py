"""What can be wrong with an installation. Each examination says what it found and how to mend it."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from pentameter.accounts import api as accounts
from pentameter.audit import api as audit
from pentameter.config import embedded, environment, examinations, keys
from pentameter.config.environment import Misconfigured, Mode
from pentameter.config.installation import Installation
from pentameter.decisions import api as decisions
from pentameter.entities import api as entities
from pentameter.intelligence import api as intelligence
from pentameter.kernel import letters_to_one
from pentameter.kernel.actor import SYSTEM
from pentameter.keyring import api as keyring
from pentameter.victims import api as victims
from pentameter.work import api as work

_OLDEST_POSTGRESQL = 15
_STEPS_OF_THINGS = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One examination's answer. What is well needs no mending."""

    what: str
    found: str
    mend: str = ""

    @property
    def well(self) -> bool:
        """Whether nothing need be done."""
        return not self.mend


def examine(installation: Installation) -> list[Finding]:
    """Every examination, in order. One that fails unexpectedly is itself a finding."""
    return [_safely(what, check, installation) for what, check in _CHECKS.items()]


def _safely(what: str, check: Callable[[Installation], tuple[str, str]], installation: Installation) -> Finding:
    try:
        return Finding(what, *check(installation))
    except Exception as error:
        return Finding(what, f"could not be examined: {error}", "Mend what this says, then examine again.")


def _keys(installation: Installation) -> tuple[str, str]:
    folder = installation.places.keys
    try:
        keys.must_lie_outside(folder, installation.places.data)
        keys.all_there(folder)
    except Misconfigured as problem:
        return str(problem), "Do what this says; until then no door starts."
    return f"in {folder}, readable by their owner alone", ""


def _data_folder(installation: Installation) -> tuple[str, str]:
    folder = installation.places.data
    if folder.stat().st_mode & stat.S_IRWXO:
        return f"{folder} is open to others on this machine", f"chmod o-rwx {folder}"
    return f"{folder}, closed to others", ""


def _database(installation: Installation) -> tuple[str, str]:
    connection = connections["default"]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            version = str(cursor.fetchone()[0])
        old = int(version.split(".")[0]) < _OLDEST_POSTGRESQL
        return f"PostgreSQL {version}", "Use PostgreSQL 15 or newer." if old else ""
    wrong = embedded.wrong_pragmas(connection)
    version = ".".join(str(part) for part in embedded.version())
    return f"SQLite {version}, {embedded.pragmas()['journal_mode']}", f"Settings did not take: {wrong}" if wrong else ""


def _tables(installation: Installation) -> tuple[str, str]:
    executor = MigrationExecutor(connections["default"])
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    return f"{waiting} changes waiting", "Run `pentameter init` again." if waiting else ""


def _demo_accounts(installation: Installation) -> tuple[str, str]:
    if installation.mode is Mode.DEMO:
        return "this is a demonstration", ""
    present = accounts.demo_accounts_present()
    return f"{present} in a real installation", "Start in a fresh data folder." if present else ""


def _agency_sign_in(installation: Installation) -> tuple[str, str]:
    weaknesses = accounts.agency_sign_in_weaknesses()
    return f"{len(weaknesses)} faults in agencies' own sign-ins", " ".join(weaknesses)


def _record(installation: Installation) -> tuple[str, str]:
    found = audit.verify(by=SYSTEM)
    return found.sentence, "" if found.whole else "Leave everything as it is and call the auditor."


def _seals(installation: Installation) -> tuple[str, str]:
    locked = intelligence.locked_agencies()
    mend = "The root key is not the one that sealed this data. Restore the keys folder that belongs to it."
    return f"{len(locked)} agencies whose reports the root key does not open", mend if locked else ""


def _root_key(installation: Installation) -> tuple[str, str]:
    """Whether every version of the root key that still opens something lies here."""
    now = keyring.versions()
    folder = installation.places.keys
    away = [str(number) for number in (*now.earlier, now.current) if keys.read_root(folder, number) is None]
    if away:
        mend = f"Restore it from the backup of {folder}: what it wrapped opens for nobody."
        return f"version {', '.join(away)} does not lie here", mend
    if now.changing:
        return "a change of it is not finished", "Run `pentameter keys rotate` again: it goes on where it was."
    return f"version {now.current} wraps every key", ""


def _tip_offs(installation: Installation) -> tuple[str, str]:
    """Whether the two keys of tip-offs are a pair, and whether the public door was given the right one alone."""
    folder = installation.places.keys
    private, public = (keys.read_if_there(folder, name) for name in (keys.TIPS, keys.TIPS_PUBLIC))
    if private is None:
        return "their private key is away", "Restore the keys folder from its backup: without it no tip-off opens."
    if public is None:
        return "their public key is away", "Run `pentameter init` again: until then the public door takes no tip-off."
    if letters_to_one.public_of(private) != public:
        return "their two keys are no pair", "Restore both from the same backup: what comes in now opens for nobody."
    return "sealed by the public door, opened by the staff door alone", ""


def _public_door(installation: Installation) -> tuple[str, str]:
    if connections["public"].vendor != "sqlite" or installation.places.public_database.exists():
        return "its database is there", ""
    return f"{installation.places.public_database} is missing", "Restore it from its backup, or start anew with `init`."


def _duty_desk(installation: Installation) -> tuple[str, str]:
    number = environment.desk_number()
    if any(one.isdigit() for one in number):
        return number, ""
    return number, "Set PENTAMETER_DESK to the duty desk's telephone number: every answer to a removal list names it."


def _letters(installation: Installation) -> tuple[str, str]:
    if environment.sends_letters():
        return f"sent as {environment.sender()}", ""
    mend = "Set PENTAMETER_SMTP for both doors: until then no reader can register to comment, and letters wait."
    return "no server to send them through", mend


def _screening(installation: Installation) -> tuple[str, str]:
    return f"{len(decisions.unfinished())} lists are being checked", ""


def _writable(installation: Installation) -> tuple[str, str]:
    places = installation.places
    folders = (places.data, places.data / "public", places.checkpoints)
    shut = [str(folder) for folder in folders if not os.access(folder, os.W_OK | os.X_OK)]
    if not shut:
        return "data, public data and checkpoints can be written", ""
    return f"{', '.join(shut)} cannot be written", "Let the account that runs the installation own and write it."


def _intake(installation: Installation) -> tuple[str, str]:
    return f"{len(intelligence.unfinished())} files are being taken in", ""


def _matching(installation: Installation) -> tuple[str, str]:
    now = entities.standing()
    found = f"{now.waiting:,} reports wait to be matched"
    if now.trouble:
        return f"nothing is matched: {now.trouble}", "Install the model that belongs to this version of Pentameter."
    if now.locked:
        found += f"; those of {', '.join(now.locked)} wait until their keys open"
        return found, "Restore the keys folder that belongs to this data; matching goes on by itself."
    return found, ""


def _worker(installation: Installation) -> tuple[str, str]:
    now = work.standing()
    found = f"{now.workers} at work, {now.waiting} runs waiting, {now.failed} failed"
    if now.workers:
        return found, ""
    if now.last_seen_at is not None:
        return (
            found,
            "The worker stopped by itself: start it, and read what it said last (`journalctl -u pentameter-worker`).",
        )
    return found, "Start the installation: nobody does what waits." if now.waiting else ""


def _look_ahead(installation: Installation) -> tuple[str, str]:
    last = victims.look_ahead_standing()
    when = f"all clocks were last looked at on {last.on:%-d %B %Y}" if last.on else "the clocks were never looked at"
    found = f"{when}; {last.cases} cases, {last.unread} that could not be read, {last.alerts} new alerts"
    if last.anything and last.stale:
        return found, "Start the installation: until its worker has looked, everyone counts as protected."
    return found, "Restore the keys that belong to these cases." if last.unread else ""


def _things(installation: Installation) -> tuple[str, str]:
    """As many as are counted quickly: all of a small installation, the first of a large one, and it says so."""
    checked: list[entities.Checked] = []
    after = None
    while len(checked) < _STEPS_OF_THINGS and (after or not checked):
        checked.append(entities.check_placings(after))
        after = checked[-1].after
    mentions, wrong = (sum(each) for each in zip(*((one.mentions, _wrong(one)) for one in checked), strict=True))
    found = f"{mentions:,} mentions counted again, {wrong:,} not as the judgements say"
    if after:
        found = (
            f"the first {found}; the rest was not counted: `pentameter entities check` counts all, and how far it is"
        )
    return found, "Run `pentameter entities check --mend`." if wrong or entities.unplaced() else ""


def _counts(installation: Installation) -> tuple[str, str]:
    wrong = intelligence.miscounted()
    found = f"{sum(wrong.values()):,} kept counts of reports that a recount does not give"
    if not wrong:
        return found, ""
    return f"{found}, of {', '.join(sorted(wrong))}", "Run `pentameter recount`: figures of the picture are wrong."


def _wrong(one: entities.Checked) -> int:
    return len(one.misplaced) + one.interests


_CHECKS: dict[str, Callable[[Installation], tuple[str, str]]] = {
    "keys": _keys,
    "data folder": _data_folder,
    "folders": _writable,
    "disk": examinations.disks,
    "clock": examinations.clock_is_right,
    "database": _database,
    "lasting": examinations.lasting,
    "connections": examinations.on_the_way,
    "tables": _tables,
    "public door": _public_door,
    "public tables": examinations.public_tables,
    "backup": examinations.last_backup,
    "addresses": examinations.addresses,
    "root key": _root_key,
    "seals": _seals,
    "tip-offs": _tip_offs,
    "demo accounts": _demo_accounts,
    "agency sign-in": _agency_sign_in,
    "audit record": _record,
    "intake": _intake,
    "counts": _counts,
    "things": _things,
    "duty desk": _duty_desk,
    "letters": _letters,
    "screening": _screening,
    "matching": _matching,
    "worker": _worker,
    "look-ahead": _look_ahead,
}
