"""Saying that two things are linked, and taking it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.entities.forms.network import LinkForm, StrikeForm
from pentameter.entities.network.asked import Asked
from pentameter.entities.network_pages.look import Page
from pentameter.entities.services.links import NewLink, add_link, strike_link
from pentameter.entities.services.network import show_thing
from pentameter.intelligence.intake.relations import Relation
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused


@require_http_methods(["POST"])
@may(Operation.ADD_LINK)
def add(request: StaffRequest, thing_id: UUID) -> HttpResponse:
    """Say that a thing is linked with another."""
    form = LinkForm(request.POST)
    if form.is_valid():
        try:
            add_link(link=_link(thing_id, form), by=request.actor, today=clock.today())
        except Refused as refusal:
            if refusal.hidden:
                raise
            form.add_error(None, refusal.reason)
        else:
            messages.success(request, "The link is kept, with your name and how you know.")
            return redirect("entities:network_thing", thing_id)
    form.offer(_others(request, thing_id))
    return render(request, "entities/link.jinja", {"form": form, "thing_id": thing_id}, status=422)


def _others(request: StaffRequest, thing_id: UUID) -> tuple[tuple[str, str], ...]:
    """What the thing can be linked with, so that a form with a fault comes back whole."""
    asked = Asked(things=(thing_id,))
    found, node = show_thing(thing=thing_id, asked=asked, by=request.actor, today=clock.today())
    return Page(found, "", node).rows.others()


def _link(thing_id: UUID, form: LinkForm) -> NewLink:
    said = form.cleaned_data
    return NewLink(
        source=thing_id,
        relation=Relation(said["relation"]),
        target=said["target"],
        reason=said["reason"],
        from_on=said["from_on"],
        to_on=said["to_on"],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.ADD_LINK)
def strike(request: StaffRequest, thing_id: UUID, link_id: UUID) -> HttpResponse:
    """Take a link back, with the reason."""
    form = StrikeForm(request.POST or None)
    if form.is_valid():
        strike_link(link_id=link_id, reason=form.cleaned_data["reason"], by=request.actor)
        messages.success(request, "The link is struck. It stays in the record.")
        return redirect("entities:network_thing", thing_id)
    return render(request, "entities/strike.jinja", {"form": form, "thing_id": thing_id})
