"""The first page of the staff door."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.config.today import home_page
from pentameter.kernel import clock
from pentameter.operations.api import WeekStatus


@require_safe
@may(Operation.VIEW_HOME)
def home(request: StaffRequest) -> HttpResponse:
    """What needs this person today, most urgent first."""
    today = clock.today()
    context = {"page": home_page(request.actor, today), "today": today, "statuses": WeekStatus}
    return render(request, "config/home.jinja", context)
