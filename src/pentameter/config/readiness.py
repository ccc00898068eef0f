"""Whether a door answers at all, and whether it can do its work: for what starts it and watches it.

`health/live/` says only that the process answers: whoever restarts a process over a database that is away makes things
worse. `health/ready/` asks all that the door needs, and says 503 where one of it is not well. Both say words that are
fixed here and nothing else: no name, no number, no message of an error. They answer on this machine alone.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache, wraps
from ipaddress import ip_address

from django.conf import settings
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from pentameter.config.routing import PUBLIC
from pentameter.look import errors

Check = Callable[[], str]
"""Says in fixed words what is wrong; nothing where all is well."""
View = Callable[[HttpRequest], HttpResponse]

WELL, NOT_ASKED = "well", "not asked"
_PASSED_ON = ("X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "Via")


def here_only(view: View) -> View:
    """For everybody but this machine there is nothing here. What a proxy passes on comes from elsewhere."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        return view(request) if asked_here(request) else errors.page(404)

    return guarded


def asked_here(request: HttpRequest) -> bool:
    """Whether a process of this machine asks, by loopback or by a socket, and asks for itself."""
    if any(name in request.headers for name in _PASSED_ON):
        return False
    address = request.META.get("REMOTE_ADDR", "")
    try:
        return not address or ip_address(address).is_loopback
    except ValueError:
        return False


@here_only
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers. Nothing else was asked."""
    return HttpResponse("alive\n", content_type="text/plain; charset=utf-8")


@here_only
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Whether the public door can do its work."""
    return told({"database": database, "tables": tables, "folder": folder})


def told(checks: Mapping[str, Check]) -> HttpResponse:
    """The answer to all of `checks`: 503 where one of them is not well."""
    parts = asked(checks)
    well = all(found == WELL for found in parts.values())
    return JsonResponse({"ready": well, "parts": parts}, status=200 if well else 503)


def asked(checks: Mapping[str, Check]) -> dict[str, str]:
    """What each check found. Where the first, the database, is not well, the others are not asked: each would wait."""
    parts: dict[str, str] = {}
    for what, check in checks.items():
        first = next(iter(parts.values()), WELL)
        parts[what] = _safely(check) if first == WELL else NOT_ASKED
    return parts


def _safely(check: Check) -> str:
    try:
        return check() or WELL
    except Exception:
        return "away"


def database() -> str:
    """Whether every database answers."""
    for connection in connections.all():
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    return ""


def tables() -> str:
    """Whether every database has the tables that this version needs."""
    return "changes wait: run `pentameter init`" if any(waiting(alias) for alias in connections) else ""


def waiting(alias: str) -> frozenset[tuple[str, str]]:
    """The changes of tables that this version has and the database has not. Two SQL queries."""
    return _changes(alias) - frozenset(MigrationRecorder(connections[alias]).applied_migrations())


def folder() -> str:
    """Whether this door's folder can be written."""
    return _unwritable([settings.PLACES.public_database.parent])


def folders() -> str:
    """Whether the staff door's folders can be written."""
    places = settings.PLACES
    return _unwritable([places.data, places.public_database.parent, places.checkpoints])


def _unwritable(each: Iterable[os.PathLike[str]]) -> str:
    return "" if all(os.access(one, os.W_OK | os.X_OK) for one in each) else "cannot be written"


@cache
def _changes(alias: str) -> frozenset[tuple[str, str]]:
    """All that this version has for a database. The staff door knows the public one's, and is told those alone."""
    known = frozenset(MigrationLoader(None).disk_migrations)
    return frozenset(one for one in known if one[0] in PUBLIC) if alias == "public" else known
