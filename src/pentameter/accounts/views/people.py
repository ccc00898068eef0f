"""People: the list, one person, and what an administrator does with accounts."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation, decide
from pentameter.access.guards import StaffRequest, may
from pentameter.accounts import shown_once
from pentameter.accounts.forms.people import AddPersonForm, LinkForm, MovePersonForm, PeopleFilterForm
from pentameter.accounts.services.looks import PersonPage, list_people, read_person
from pentameter.accounts.services.people import add_person, close_person, give_link, move_person
from pentameter.kernel.actor import Role

_FACTORS = {"totp": "authenticator app", "webauthn": "passkey", "recovery_codes": "recovery codes"}


@require_safe
@may(Operation.VIEW_PEOPLE)
def people(request: StaffRequest) -> HttpResponse:
    """The people of all agencies, or of the reader's own."""
    form = PeopleFilterForm(request.GET)
    page = list_people(narrowed=form.narrowed(), by=request.actor)
    manages = decide(request.actor, Operation.MANAGE_PEOPLE).allowed
    shown = {"page": page, "form": form, "manages": manages, "address": _address(request)}
    return render(request, "accounts/people.jinja", shown)


@never_cache
@require_safe
@may(Operation.VIEW_PEOPLE)
def person(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """One person, with the link that was just given, once."""
    page = read_person(user_id=person_id, by=request.actor)
    path = shown_once.take(request.session)
    factors = ", ".join(_FACTORS[kind] for kind in page.person.factors).capitalize() or "None yet"
    shown = {"page": page, "factors": factors, "link": request.build_absolute_uri(path) if path else ""}
    return render(request, "accounts/person.jinja", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MANAGE_PEOPLE)
def add(request: StaffRequest) -> HttpResponse:
    """Add a person."""
    form = AddPersonForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/add_person.jinja", {"form": form})
    link = add_person(person=form.person(), by=request.actor)
    shown_once.keep(request.session, link.path)
    return _to(link.user_id)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MANAGE_PEOPLE)
def move(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Move a person to another agency or role."""
    form = MovePersonForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        page = read_person(user_id=person_id, by=request.actor)
        shown = form if request.method == "POST" else MovePersonForm(initial=_present(page))
        return render(request, "accounts/move_person.jinja", {"form": shown, "page": page})
    given = form.cleaned_data
    role = Role(given["role"])
    move_person(user_id=person_id, agency=given["agency"], role=role, seen=given["seen"], by=request.actor)
    return _to(person_id)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MANAGE_PEOPLE)
def close(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Close an account, once it was asked for twice."""
    if request.method != "POST":
        page = read_person(user_id=person_id, by=request.actor)
        return render(request, "accounts/close_person.jinja", {"page": page})
    close_person(user_id=person_id, by=request.actor)
    return _to(person_id)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MANAGE_PEOPLE)
def link(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Give a one-time link to set a password."""
    form = LinkForm(request.POST or None)
    if request.method != "POST" or (form.is_bound and not form.is_valid()):
        page = read_person(user_id=person_id, by=request.actor)
        return render(request, "accounts/give_link.jinja", {"form": form, "page": page})
    forget = form.is_bound and form.cleaned_data["forget_factors"]
    given = give_link(user_id=person_id, forget_factors=forget, by=request.actor)
    shown_once.keep(request.session, given.path)
    return _to(person_id)


def _present(page: PersonPage) -> dict[str, object]:
    line = page.person.line
    return {"agency": line.agency.slug, "role": line.role.value, "seen": page.person.spells[0].id}


def _address(request: StaffRequest) -> str:
    kept = request.GET.copy()
    kept.pop("page", None)
    return f"?{kept.urlencode()}&" if kept else "?"


def _to(person_id: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("accounts:person", args=[person_id]))
