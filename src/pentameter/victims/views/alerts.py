"""What could end soon, and who deals with it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.victims.forms.alerts import DoneForm
from pentameter.victims.services import alerts as services


@require_safe
@may(Operation.VIEW_ALERTS)
def alerts(request: StaffRequest) -> HttpResponse:
    """Everything that waits, the most urgent first."""
    return render(request, "victims/alerts.jinja", {"page": services.show_alerts(by=request.actor)})


@require_POST
@may(Operation.VIEW_ALERTS)
def take(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    """Take an alert."""
    services.take_alert(alert_id=alert_id, by=request.actor)
    messages.success(request, "You deal with it now.")
    return redirect("victims:alerts")


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.VIEW_ALERTS)
def finish(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    """Say what was done about an alert."""
    form = DoneForm(request.POST or None)
    if form.is_valid():
        services.finish_alert(alert_id=alert_id, note=form.cleaned_data["note"], by=request.actor)
        messages.success(request, "It is done. It stays in the list of what was done.")
        return redirect("victims:alerts")
    line = services.show_alert(alert_id=alert_id, by=request.actor)
    return render(request, "victims/alert_done.jinja", {"line": line, "form": form})


@require_POST
@may(Operation.VIEW_ALERTS)
def undo(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    """Have an alert wait again."""
    services.undo_alert(alert_id=alert_id, by=request.actor)
    messages.success(request, "It waits again.")
    return redirect("victims:alerts")
