"""The auditor's pages: the record, who looked at what, and whether the record is whole."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.access.api import Operation, decide
from pentameter.access.guards import StaffRequest, may
from pentameter.audit import queries, services
from pentameter.audit.forms import LookersForm, PurposeForm, RecordForm, said
from pentameter.audit.verify import Result
from pentameter.audit.walk import Position

_PURPOSE, _PLACE, _RESULT = "audit_purpose", "audit_place", "audit_result"


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.VIEW_AUDIT)
def record(request: StaffRequest) -> HttpResponse:
    """The record, newest first."""

    def show(purpose: str) -> HttpResponse:
        form = RecordForm(request.GET)
        page = services.show_record(form.filter, purpose=purpose, by=request.actor)
        context = {"form": form, "page": page, "older": _older(request, page.older), "purpose": purpose, "said": said}
        return render(request, "audit/record.jinja", context)

    return _for_a_purpose(request, show)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.VIEW_AUDIT)
def row(request: StaffRequest, seq: int) -> HttpResponse:
    """One row, whole."""

    def show(purpose: str) -> HttpResponse:
        line = services.show_row(seq, purpose=purpose, by=request.actor)
        return render(request, "audit/row.jinja", {"line": line, "purpose": purpose, "said": said})

    return _for_a_purpose(request, show)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.VIEW_AUDIT)
def looks(request: StaffRequest) -> HttpResponse:
    """Who looked at one record, and why."""

    def show(purpose: str) -> HttpResponse:
        form = LookersForm(request.GET or None)
        page = None
        if form.is_valid():
            page = services.show_lookers(form.cleaned_data["subject_id"], purpose=purpose, by=request.actor)
        return render(request, "audit/looks.jinja", {"form": form, "page": page, "purpose": purpose})

    return _for_a_purpose(request, show)


@require_POST
@may(Operation.VIEW_AUDIT)
def another_purpose(request: StaffRequest) -> HttpResponse:
    """Forget the stated purpose, so that another can be stated."""
    request.session.pop(_PURPOSE, None)
    return redirect("audit:record")


@require_safe
@may(Operation.VERIFY_AUDIT)
def verification(request: StaffRequest) -> HttpResponse:
    """How the record stands, and what the last verification found."""
    context = {
        "standing": queries.standing(),
        "result": request.session.pop(_RESULT, None),
        "may_read": decide(request.actor, Operation.VIEW_AUDIT, purpose="to see the way").allowed,
    }
    return render(request, "audit/verification.jinja", context)


@require_POST
@may(Operation.VERIFY_AUDIT)
def start(request: StaffRequest) -> HttpResponse:
    """Begin a verification."""
    request.session[_PLACE] = Position().packed()
    return redirect("audit:progress")


@require_safe
@may(Operation.VERIFY_AUDIT)
def progress(request: StaffRequest) -> HttpResponse:
    """Verify some rows more and say how far it is; at the end, show the result."""
    if _PLACE not in request.session:
        return _result_page(request)
    reached = services.go_on(Position.unpacked(request.session.pop(_PLACE)), by=request.actor)
    if isinstance(reached, Result):
        request.session[_RESULT] = {
            "whole": reached.whole,
            "words": f"{reached.extent}." if reached.whole else reached.sentence,
        }
        return _result_page(request)
    request.session[_PLACE] = reached.packed()
    return render(request, "audit/progress.jinja", {"reached": reached.seq, "rows": queries.length()})


def _result_page(request: StaffRequest) -> HttpResponse:
    address = reverse("audit:verify")
    return HttpResponse(headers={"HX-Redirect": address}) if "HX-Request" in request.headers else redirect(address)


def _for_a_purpose(request: StaffRequest, show: Callable[[str], HttpResponse]) -> HttpResponse:
    """Ask once a session for the purpose; every look is recorded with it."""
    form = PurposeForm(request.POST or None)
    if form.is_valid():
        request.session[_PURPOSE] = form.cleaned_data["purpose"]
        return redirect(request.get_full_path())
    if request.method != "POST" and (purpose := request.session.get(_PURPOSE)):
        return show(purpose)
    return render(request, "audit/purpose.jinja", {"form": form})


def _older(request: StaffRequest, before: int | None) -> str:
    if before is None:
        return ""
    asked = request.GET.copy()
    asked["before"] = str(before)
    return f"{request.path}?{asked.urlencode()}"
