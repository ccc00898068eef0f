"""How a page opens where somebody is: the purpose, the second factor if it is not fresh, then one look.

What was typed is kept in the session until the look uses it up.
"""

from django.http import HttpResponse
from django.shortcuts import redirect

from pentameter.access.guards import StaffRequest
from pentameter.accounts import api as accounts
from pentameter.victims.queries.reveals import has_shown

_STATED = "purposes"


def go_on(request: StaffRequest, purpose: str) -> HttpResponse:
    """Keep the purpose, and go on to the look: by way of the second factor, if it was not shown lately."""
    request.session[_STATED] = {request.path: purpose}
    if has_shown(request.actor):
        return redirect(request.path)
    return redirect(accounts.way_to_show_factor(by=request.actor, then=request.path))


def stated(request: StaffRequest) -> str:
    """The purpose that was stated for this page, and is not used up yet."""
    kept: dict[str, str] = request.session.get(_STATED, {})
    return kept.get(request.path, "")


def used_up(request: StaffRequest) -> str:
    """The purpose that was stated for this look, which it uses up. Empty while the second factor was not shown."""
    purpose = stated(request) if has_shown(request.actor) else ""
    if purpose:
        del request.session[_STATED]
    return purpose
