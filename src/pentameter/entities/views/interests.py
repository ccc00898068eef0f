"""What one's agency is told: that another has an interest, and whom to call."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.entities.forms.things import SeenForm
from pentameter.entities.services.interests import see_interests
from pentameter.entities.services.things import interests_page
from pentameter.look import words
from pentameter.look.paging import number_of, without_page


@require_safe
@may(Operation.VIEW_INTERESTS)
def interests(request: StaffRequest) -> HttpResponse:
    """What the reader's agency is told, latest first."""
    withdrawn = request.GET.get("withdrawn") == "on"
    page = interests_page(number=number_of(request), withdrawn=withdrawn, by=request.actor)
    context = {"page": page, "withdrawn": withdrawn, "address": without_page(request)}
    return render(request, "entities/interests.jinja", context)


@require_http_methods(["POST"])
@may(Operation.VIEW_INTERESTS)
def seen(request: StaffRequest) -> HttpResponse:
    """Note that the agency has seen some of them."""
    form = SeenForm(request.POST)
    if form.is_valid():
        count = see_interests(interest_ids=form.cleaned_data["interests"], by=request.actor)
        messages.success(request, f"{words.plural(count, 'interest is', 'interests are')} marked as seen.")
    return redirect("entities:interests")
