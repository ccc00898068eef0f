"""The page on which somebody who asks is given what is held about her."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.accounts import api as accounts
from pentameter.retention import files
from pentameter.retention.forms import AccessForm, PlainForm, SealForm
from pentameter.retention.rules.access import Asker
from pentameter.retention.services import access as services
from pentameter.victims import api as victims


@require_safe
@may(Operation.CONFIRM_ACCESS)
def access(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """How a request stands."""
    return _page(request, case_id, AccessForm())


@require_POST
@may(Operation.GIVE_ACCESS)
def ask(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Say that she asked."""
    form = AccessForm(request.POST)
    if not form.is_valid():
        return _page(request, case_id, form)
    services.ask_access(case_id=case_id, asker=Asker(form.cleaned_data["asker"]), by=request.actor)
    messages.success(request, "Asked. Another person has to release it.")
    return redirect("retention:access", case_id)


@require_POST
@may(Operation.CONFIRM_ACCESS)
def release(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Release it, as another person."""
    services.release_access(case_id=case_id, by=request.actor)
    messages.success(request, "Released. Whoever works with her makes the file now.")
    return redirect("retention:access", case_id)


@require_POST
@may(Operation.CONFIRM_ACCESS)
def withdraw(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Take it back, or turn it down."""
    services.withdraw_access(case_id=case_id, by=request.actor)
    messages.success(request, "Taken back. Nothing was given.")
    return redirect("retention:access", case_id)


@never_cache
@sensitive_post_parameters("password")
@require_POST
@may(Operation.GIVE_ACCESS)
def give(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Make the file."""
    if not victims.has_shown(request.actor):
        page = reverse("retention:access", args=[case_id])
        return redirect(accounts.way_to_show_factor(by=request.actor, then=page))
    password = request.POST.get("password", "")
    given = services.give_access(case_id=case_id, password=password, by=request.actor)
    content, ending = files.zipped(given), "zip"
    if password:
        content, ending = files.sealed(content, password), "zip.age"
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{given.copy.frame.reference}.{ending}"'
    return answer


def _page(request: StaffRequest, case_id: UUID, form: AccessForm) -> HttpResponse:
    page = services.show_access(case_id=case_id, by=request.actor)
    context = {"page": page, "form": form, "sealing": SealForm(), "plain": PlainForm()}
    return render(request, "retention/access.jinja", context)
