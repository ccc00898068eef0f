"""What the doctor asks besides the data: the clock, the disks, the last backup, and how the doors are reached."""

import ctypes
import os
import shutil
from datetime import UTC, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from pentameter.audit import api as audit
from pentameter.config import environment, readiness
from pentameter.config.environment import Mode
from pentameter.config.installation import Installation
from pentameter.kernel import clock

_GIBIBYTE = 1024**3
_OLDEST_BACKUP = timedelta(hours=26)
"""One every night, and two hours for the night on which it takes longer."""
_OFF = timedelta(seconds=30)
_UNSYNCHRONISED = 0x40
"""STA_UNSYNC of adjtimex(2): nothing has set the clock right for a while."""
_LOCAL = ("", "localhost", "127.0.0.1", "::1")
_LASTING = {
    "fsync": ("on",),
    "full_page_writes": ("on",),
    "synchronous_commit": ("on", "local", "remote_write", "remote_apply"),
}
"""What PostgreSQL has to be set to for nothing acknowledged to be lost."""


def disks(installation: Installation) -> tuple[str, str]:
    """Room on the disks of data, checkpoints, and temporary files."""
    places = installation.places
    free = {path: _free(path) for path in (places.data, places.checkpoints, Path(os.environ.get("TMPDIR", "/tmp")))}  # noqa: S108
    least, room = min(free.items(), key=lambda one: one[1])
    found = f"{room:.1f} GiB free on the disk of {least}"
    return found, "" if room > 1 else "Make room: intake stops when the disk is full."


def _free(path: Path) -> float:
    return shutil.disk_usage(path).free / _GIBIBYTE if path.exists() else float("inf")


def clock_is_right(installation: Installation) -> tuple[str, str]:
    """Whether the clock is set right by something, agrees with the database's, and is not before the last row."""
    now = clock.now()
    mend = "Let the machine keep its clock by NTP (`timedatectl set-ntp true`): every deadline depends on it."
    newest = audit.lines([audit.length()]).get(audit.length())
    if newest is not None and newest.at > now + _OFF:
        return f"it is {now:%-d %B %Y, %H:%M} here, before the last row of the record", mend
    if off := _off(connections["default"]):
        return f"{off} apart from the database's", "Set both machines right by NTP: every deadline depends on it."
    if installation.mode is Mode.REAL and not _synchronised():
        return f"{now:%-d %B %Y, %H:%M} UTC, and nothing sets it right", mend
    return f"{now:%-d %B %Y, %H:%M} UTC", ""


def _off(connection: BaseDatabaseWrapper) -> str:
    """How far the database's machine is apart; nothing where it is this machine or close enough."""
    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        theirs = cursor.fetchone()[0].astimezone(UTC)
    apart = abs(theirs - clock.now())
    return f"{apart.total_seconds():.0f} seconds" if apart > _OFF else ""


def _synchronised() -> bool:
    """Whether the kernel knows that something sets its clock right. True where it cannot say."""
    timex = (ctypes.c_int * 64)()
    try:
        state = ctypes.CDLL(None).adjtimex(ctypes.byref(timex))
    except (AttributeError, OSError):
        return True
    return state < 0 or not timex[10] & _UNSYNCHRONISED


def last_backup(installation: Installation) -> tuple[str, str]:
    """How old the last backup is, as the record says."""
    made = audit.latest_of(audit.Event.BACKUP_MADE, most=1)
    if not made:
        mend = "" if installation.mode is Mode.DEMO else "Make one tonight, and restore it once: docs/guides/backup.md."
        return "none was made", mend
    age = clock.now() - made[0].at
    found = f"the last was made {_hours(age)} ago"
    late = installation.mode is Mode.REAL and age > _OLDEST_BACKUP
    return found, "See why the nightly one was not made: `systemctl status pentameter-backup`." if late else ""


def _hours(age: timedelta) -> str:
    hours = int(age.total_seconds() // 3600)
    return f"{hours} hours" if hours < 48 else f"{hours // 24} days"


def public_tables(installation: Installation) -> tuple[str, str]:
    """Whether the public database has the tables of this version."""
    waiting = len(readiness.waiting("public"))
    return f"{waiting} changes waiting", "Run `pentameter init` again." if waiting else ""


def lasting(installation: Installation) -> tuple[str, str]:
    """Whether what PostgreSQL acknowledged outlasts a power cut, and its role is no more than it has to be."""
    connection = connections["default"]
    if connection.vendor != "postgresql":
        return "what is acknowledged is on the disk", ""
    with connection.cursor() as cursor:
        found = {name: _shown(cursor, name) for name in _LASTING}
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        above_all = bool(cursor.fetchone()[0])
    wrong = [f"{name} = {value}" for name, value in found.items() if value not in _LASTING[name]]
    if wrong:
        return ", ".join(wrong), "Set them to on in postgresql.conf: a power cut would lose what was acknowledged."
    if above_all and installation.mode is Mode.REAL:
        return "its role is a superuser", "Use a role that owns its database and nothing else (`NOSUPERUSER`)."
    return "what is acknowledged is on the disk", ""


def _shown(cursor: CursorWrapper, name: str) -> str:
    cursor.execute("SELECT current_setting(%s)", [name])
    return str(cursor.fetchone()[0])


def on_the_way(installation: Installation) -> tuple[str, str]:
    """Whether nobody reads along between the doors and their databases."""
    open_to_all = [alias for alias in connections if _readable_on_the_way(connections[alias].settings_dict)]
    if not open_to_all:
        return "nobody reads along", ""
    mend = "End its address with ?sslmode=verify-full: without it nobody knows who answers, or who reads along."
    return f"the connection to the {' and the '.join(open_to_all)} database is not proved", mend


def _readable_on_the_way(database: dict[str, object]) -> bool:
    if "postgresql" not in str(database["ENGINE"]):
        return False
    host, options = str(database["HOST"]), database["OPTIONS"]
    mode = options.get("sslmode", "") if isinstance(options, dict) else ""
    return not (host in _LOCAL or host.startswith("/") or mode == "verify-full")


def addresses(installation: Installation) -> tuple[str, str]:
    """By which names the doors are asked, and whether they know that nginx stands before them."""
    if installation.mode is Mode.DEMO:
        return "a demonstration, on this machine", ""
    names = [name for name in settings.ALLOWED_HOSTS if name not in (*_LOCAL, "[::1]")]
    if settings.DEBUG:
        return "DEBUG is on", "Take it out of the settings: every error would show what it was about."
    if not names:
        return "no host is named", "Set PENTAMETER_HOSTS to the names that people type: all others are refused."
    if not environment.proxies():
        mend = "Set PENTAMETER_PROXIES=1 where nginx stands before the doors: every mistake would count as its own."
        return f"{', '.join(names)}, and nothing stands before them", mend
    return ", ".join(names), ""
