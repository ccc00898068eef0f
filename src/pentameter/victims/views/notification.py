"""Notifications: how many there were, and a new one. No address of theirs names a case."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.victims.forms.notification import NotificationForm
from pentameter.victims.services.notification import file_notification, show_notifications


@require_safe
@may(Operation.VIEW_NOTIFICATIONS)
def notifications(request: StaffRequest) -> HttpResponse:
    """How many there were, by quarter and kind."""
    return render(request, "victims/notifications.jinja", {"page": show_notifications(by=request.actor)})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.FILE_NOTIFICATION)
def new_notification(request: StaffRequest) -> HttpResponse:
    """Count an adult who wants no referral, without who she is."""
    form = NotificationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        file_notification(**form.chosen, by=request.actor)
        messages.success(request, "Counted. Nothing of who she is was kept.")
        return redirect("victims:new_notification")
    return render(request, "victims/notification_new.jinja", {"form": form})
