"""The network, one thing in it, its chart carried away, and its routes."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.entities.forms.network import LinkForm, PurposeForm, read, with_thing
from pentameter.entities.network_pages.choices import choices
from pentameter.entities.network_pages.look import Page
from pentameter.entities.network_pages.routes import RoutePage
from pentameter.entities.services.network import copy_network, show_network, show_routes, show_thing
from pentameter.kernel import clock
from pentameter.look.paging import number_of

_STATED = "network purposes"


@require_safe
@may(Operation.VIEW_NETWORK)
def network(request: StaffRequest) -> HttpResponse:
    """The network of the reports that are asked for."""
    asked = read(request.GET)
    found = show_network(asked=asked, by=request.actor, today=clock.today())
    page = Page(found, reverse("entities:network"), number=number_of(request))
    return render(request, "entities/network.jinja", {"page": page, "choices": choices(asked), "form": None})


@require_safe
@may(Operation.VIEW_NETWORK)
def thing(request: StaffRequest, thing_id: UUID) -> HttpResponse:
    """The network around one thing."""
    asked = with_thing(read(request.GET), thing_id)
    found, node = show_thing(thing=thing_id, asked=asked, by=request.actor, today=clock.today())
    page = Page(found, reverse("entities:network_thing", args=[thing_id]), node, number_of(request))
    form = LinkForm() if found.may_link else None
    if form:
        form.offer(page.rows.others())
    return render(request, "entities/network.jinja", {"page": page, "choices": choices(asked), "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.EXPORT_NETWORK)
def copy(request: StaffRequest, kind: str) -> HttpResponse:
    """The chart as a drawing or a table, for a stated purpose, which each copy needs anew."""
    kept: dict[str, str] = request.session.pop(_STATED, {}) if request.method != "POST" else {}
    address = request.get_full_path()
    if purpose := kept.get(address, ""):
        chart = copy_network(asked=read(request.GET), purpose=purpose, by=request.actor, today=clock.today())
        content, media = (chart.file(), "image/svg+xml") if kind == "svg" else (chart.table().csv(), "text/csv")
        name = f"pentameter-network-{clock.today().isoformat()}.{kind}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return HttpResponse(content, content_type=f"{media}; charset=utf-8", headers=headers)
    form = PurposeForm(request.POST or None)
    if form.is_valid():
        request.session[_STATED] = {address: form.cleaned_data["purpose"]}
        return redirect(address)
    query = request.GET.urlencode()
    return render(request, "entities/network_copy.jinja", {"form": form, "kind": kind.upper(), "query": query})


@require_safe
@may(Operation.VIEW_NETWORK)
def routes(request: StaffRequest) -> HttpResponse:
    """Ways from source countries to force areas."""
    asked = read(request.GET)
    found = show_routes(asked=asked, by=request.actor, today=clock.today())
    return render(
        request, "entities/routes.jinja", {"page": RoutePage(found), "asked": asked, "choices": choices(asked)}
    )
