"""One's own account: password, second factors, sessions."""

import re

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.accounts.services.browsers import acknowledge_browser
from pentameter.accounts.services.looks import read_own_account
from pentameter.accounts.services.sessions import end_other_sessions, end_session
from pentameter.look import words

_NUMBER = re.compile(r"[\d.]+(:\d+)?$|\[")  # passkeys belong to names, never to numbers


@never_cache
@require_safe
@may(Operation.MANAGE_OWN_ACCOUNT)
def own(request: StaffRequest) -> HttpResponse:
    """What is known of oneself, and where one is signed in."""
    account = read_own_account(session_key=request.session.session_key or "", by=request.actor)
    return render(request, "accounts/own.jinja", {"account": account})


@never_cache
@require_safe
@may(Operation.MANAGE_OWN_ACCOUNT)
def second_factor(request: StaffRequest) -> HttpResponse:
    """The choice of a second factor: the first page of everyone who has none."""
    account = read_own_account(session_key=request.session.session_key or "", by=request.actor)
    host = request.get_host()
    by_number = bool(_NUMBER.match(host))
    shown = {"account": account, "host": host, "by_number": by_number}
    return render(request, "accounts/second_factor.jinja", shown)


@require_http_methods(["POST"])
@may(Operation.MANAGE_OWN_ACCOUNT)
def end(request: StaffRequest, session_id: int) -> HttpResponse:
    """End one of one's own sessions."""
    end_session(session_id=session_id, by=request.actor)
    return HttpResponseRedirect(reverse("accounts:own"))


@require_http_methods(["POST"])
@may(Operation.MANAGE_OWN_ACCOUNT)
def end_others(request: StaffRequest) -> HttpResponse:
    """End all of one's own sessions but this one."""
    ended = end_other_sessions(session_key=request.session.session_key or "", by=request.actor)
    messages.success(request, f"Ended: {words.plural(ended, 'other session')}.")
    return HttpResponseRedirect(reverse("accounts:own"))


@require_http_methods(["POST"])
@may(Operation.MANAGE_OWN_ACCOUNT)
def mine(request: StaffRequest, browser_id: int) -> HttpResponse:
    """Say that it was oneself in a browser not seen before."""
    acknowledge_browser(browser_id=browser_id, by=request.actor)
    return HttpResponseRedirect(reverse("accounts:own"))
