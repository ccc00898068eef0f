"""Registering, coming in, going out."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST

from pentameter.bulletins.comments import our_rules
from pentameter.bulletins.comments.forms import AgreeForm, LinkForm, PasswordForm, RegisterForm, SignInForm
from pentameter.bulletins.comments.reading import (
    COOKIE,
    ReaderRequest,
    for_readers,
    let_in,
    let_out,
    way_back,
)
from pentameter.bulletins.comments.services import entering
from pentameter.bulletins.comments.services.letters import may_be_written_to
from pentameter.kernel.verdict import Refused
from pentameter.look.connections import connection_of


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Register to comment."""
    if not may_be_written_to().allowed:
        return _no_letters(request)
    form = RegisterForm(request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        registration = entering.Registration(given["name"], given["address"], connection_of(request))
        try:
            entering.register(registration=registration, link=_link(request))
            return render(request, "comments/sent.jinja", {"address": given["address"]})
        except entering.NameRefused as refused:
            form.add_error("name", refused.reason)
        except Refused as refused:
            form.add_error(None, refused.reason)
    page = {"form": form, "edition": our_rules.CURRENT, "next": way_back(request)}
    return render(request, "comments/register.jinja", page)


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Come in by a password; the page offers a link by e-mail as well."""
    form = SignInForm(request.POST or None)
    if form.is_valid():
        try:
            return let_in(request, entering.sign_in(**form.cleaned_data, connection=connection_of(request)))
        except Refused as refused:
            form.add_error(None, refused.reason)
    page = {"form": form, "next": way_back(request), "letters": may_be_written_to().allowed}
    return render(request, "comments/sign_in.jinja", page)


@require_http_methods(["GET", "HEAD", "POST"])
def ask_link(request: HttpRequest) -> HttpResponse:
    """Ask for a link by e-mail. The answer is the same whether the address is known or not."""
    if not may_be_written_to().allowed:
        return _no_letters(request)
    form = LinkForm(request.POST or None)
    if form.is_valid():
        address = form.cleaned_data["address"]
        try:
            entering.ask_for_link(address=address, connection=connection_of(request), link=_link(request))
            return render(request, "comments/sent.jinja", {"address": address})
        except Refused as refused:
            form.add_error(None, refused.reason)
    return render(request, "comments/link.jinja", {"form": form, "next": way_back(request)})


@require_http_methods(["GET", "HEAD", "POST"])
def come_in(request: HttpRequest, secret: str) -> HttpResponse:
    """Open a link. Programs that look through e-mail open it, too: so it lets in at the press of a button."""
    if request.method != "POST":
        return render(request, "comments/come_in.jinja", {"next": way_back(request), "error": ""})
    try:
        return let_in(request, entering.use_link(secret=secret))
    except Refused as refused:
        return render(
            request, "comments/come_in.jinja", {"next": way_back(request), "error": refused.reason}, status=403
        )


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    entering.sign_out(secret=request.COOKIES.get(COOKIE, ""))
    return let_out("/")


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers
def password(request: ReaderRequest) -> HttpResponse:
    """Choose a password, or another."""
    form = PasswordForm(request.POST or None)
    if form.is_valid():
        try:
            kept = {"password": form.cleaned_data["password"], "keep": request.COOKIES[COOKIE]}
            entering.set_password(reader_id=request.reader.id, **kept)
            return redirect("comments:own")
        except Refused as refused:
            form.add_error("password", refused.reason)
    return render(request, "comments/password.jinja", {"form": form, "reader": request.reader})


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers
def agree(request: ReaderRequest) -> HttpResponse:
    """Agree to the rules as they stand."""
    form: forms.Form = AgreeForm(request.POST or None)
    if form.is_valid():
        try:
            entering.agree(reader_id=request.reader.id, edition=form.cleaned_data["edition"])
            return redirect(way_back(request))
        except Refused as refused:
            form = AgreeForm()
            return render(request, "comments/agree.jinja", _rules(request, form, refused.reason), status=409)
    return render(request, "comments/agree.jinja", _rules(request, form, ""))


def _rules(request: ReaderRequest, form: forms.Form, changed: str) -> dict[str, object]:
    """What the page of the rules shows; somebody who has agreed to them is not asked again."""
    agreed = request.reader.agreed and not changed
    return {
        "form": form,
        "edition": our_rules.CURRENT,
        "next": way_back(request),
        "changed": changed,
        "agreed": agreed,
    }


def _no_letters(request: HttpRequest) -> HttpResponse:
    """Say that nobody can register just now. What was sent from a form that still stood open is not kept."""
    page = {"sent": request.method == "POST", "next": way_back(request)}
    return render(request, "comments/no_letters.jinja", page, status=503 if page["sent"] else 200)


def _link(request: HttpRequest) -> Callable[[str], str]:
    """The address of the page that a secret opens; it leads back to where the reader came from."""
    query = urlencode({"next": way_back(request)})
    return lambda secret: f"{request.build_absolute_uri(reverse('comments:come_in', args=[secret]))}?{query}"
