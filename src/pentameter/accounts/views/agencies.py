"""Agencies of 2007 and today, and the tokens of their systems."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.accounts import shown_once
from pentameter.accounts.forms.people import AgencyFilterForm, TokenForm
from pentameter.accounts.queries.agencies import AgencyRow
from pentameter.accounts.services.looks import list_agencies, list_tokens, read_agency
from pentameter.accounts.services.tokens import issue_token, revoke_token


@require_safe
@may(Operation.VIEW_AGENCIES)
def agencies(request: StaffRequest) -> HttpResponse:
    """Who existed in 2007, who exists today, and who took whose place."""
    form = AgencyFilterForm(request.GET)
    narrowed = form.narrowed()
    rows = list_agencies(narrowed=narrowed, by=request.actor)
    return render(request, "accounts/agencies.jinja", {"rows": rows, "form": form, "narrowed": narrowed})


@require_safe
@may(Operation.VIEW_AGENCIES)
def agency(request: StaffRequest, slug: str) -> HttpResponse:
    """One agency."""
    page = read_agency(slug=slug, by=request.actor)
    return render(request, "accounts/agency.jinja", {"page": page, "known": _known(page.agency)})


@never_cache
@require_safe
@may(Operation.MANAGE_TOKENS)
def tokens(request: StaffRequest) -> HttpResponse:
    """All tokens, with the one that was just issued, once."""
    lines = list_tokens(by=request.actor)
    return render(request, "accounts/tokens.jinja", {"lines": lines, "token": shown_once.take(request.session)})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MANAGE_TOKENS)
def issue(request: StaffRequest) -> HttpResponse:
    """Issue a token."""
    form = TokenForm(request.POST or None, initial={"agency": request.GET.get("agency", "")})
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/issue_token.jinja", {"form": form})
    agency, label, expires_on = form.facts()
    issued = issue_token(agency=agency, label=label, expires_on=expires_on, by=request.actor)
    shown_once.keep(request.session, issued.token)
    return HttpResponseRedirect(reverse("accounts:tokens"))


@require_http_methods(["POST"])
@may(Operation.MANAGE_TOKENS)
def revoke(request: StaffRequest, token_id: UUID) -> HttpResponse:
    """Revoke a token."""
    revoke_token(token_id=token_id, by=request.actor)
    return HttpResponseRedirect(reverse("accounts:tokens"))


def _known(row: AgencyRow) -> list[tuple[str, str]]:
    area_code, numeric_code = row.codes
    facts = [
        ("Name in 2007", row.name_2007 or "It did not exist, or was not counted"),
        ("Kind", row.kind.capitalize()),
        ("Jurisdiction", row.card.jurisdiction.label),
        ("Legal time", row.card.time_zone),
        ("Area on the map", row.card.area),
        ("Region", row.region),
        ("Area code (ONS)", area_code),
        ("Number", numeric_code),
        ("Counted among the 55 forces", row.counted_in_55),
        ("Source", row.source[:1].upper() + row.source[1:]),
        ("Verification", row.verification[:1].upper() + row.verification[1:]),
    ]
    return [(term, value) for term, value in facts if value]
