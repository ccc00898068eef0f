"""Things: the list, and one whole, as far as the reader may know it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.entities.forms.reviewing import FINDINGS
from pentameter.entities.forms.things import ThingsForm
from pentameter.entities.services.things import contradictions_page, thing_page, things_page
from pentameter.look.paging import number_of, without_page


@require_safe
@may(Operation.VIEW_THINGS)
def things(request: StaffRequest) -> HttpResponse:
    """Things of which the reader may read more than one mention."""
    form = ThingsForm(request.GET)
    page = things_page(
        kind=form.kind_chosen, reference=form.reference_asked, number=number_of(request), by=request.actor
    )
    return render(request, "entities/things.jinja", {"page": page, "form": form, "address": without_page(request)})


@require_safe
@may(Operation.VIEW_THINGS)
def thing(request: StaffRequest, mention_id: UUID) -> HttpResponse:
    """One thing, by any of its mentions that the reader may read."""
    page = thing_page(mention_id=mention_id, by=request.actor)
    return render(request, "entities/thing.jinja", {"page": page, "findings": FINDINGS})


@require_safe
@may(Operation.JUDGE_PAIR)
def contradictions(request: StaffRequest) -> HttpResponse:
    """What contradicts the reader's own judgements."""
    page = contradictions_page(by=request.actor)
    return render(request, "entities/contradictions.jinja", {"page": page})
