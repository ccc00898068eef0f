"""Whether the staff door can do its work: its databases, its keys, the worker beside it, and the record."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pentameter.access.guards import open_because
from pentameter.audit import api as audit
from pentameter.config import keys, readiness
from pentameter.config.environment import Misconfigured
from pentameter.config.readiness import Check, here_only
from pentameter.work import api as work


def _keys() -> str:
    places = settings.PLACES
    try:
        keys.must_lie_outside(places.keys, places.data)
        keys.all_there(places.keys)
    except Misconfigured:
        return "not as they must be: run `pentameter doctor`"
    return ""


def _worker() -> str:
    return "" if work.living() else "none is alive: protection is not looked after"


def _record() -> str:
    """What vouches for the record, without reading all of it: `pentameter audit verify` does that."""
    now = audit.standing()
    if now.checkpoint is not None and now.checkpoint.seq > now.rows:
        return "rows are gone: call the auditor"
    if now.problems or (now.last_check is not None and now.last_check.kind):
        return "not whole: call the auditor"
    return ""


CHECKS: dict[str, Check] = {
    "database": readiness.database,
    "tables": readiness.tables,
    "keys": _keys,
    "folders": readiness.folders,
    "worker": _worker,
    "record": _record,
}


@open_because("says to this machine alone whether the door can do its work; no record is in it")
@here_only
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Whether the staff door can do its work."""
    return readiness.told(CHECKS)


live = open_because("says to this machine alone that the process answers")(readiness.live)
