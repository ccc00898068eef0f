"""The pages of tip-offs. Nobody signs in, nothing is kept of who asks, and no cookie is set.

What is typed and sent stands in no address, in no log and in no file. A page from another site cannot send these
forms in somebody's name: browsers say where a form comes from, and there is nobody's name to send it in.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.bulletins.tips.crowding import SENDING, TRYING, Crowd
from pentameter.bulletins.tips.forms import AddForm, CodeForm, TellForm
from pentameter.bulletins.tips.queries import own_tip
from pentameter.bulletins.tips.services import add_to_tip, leave_tip, takes_tips
from pentameter.look import errors
from pentameter.look.connections import connection_of

View = Callable[[HttpRequest], HttpResponse]
CROWDED = "A great deal is being sent at this moment. Wait ten minutes and send it again: what you typed is still here."
NO_SUCH = "There is no tip-off with this code. It may have been taken away: that is done 90 days after it is finished."


def unseen(view: View) -> View:
    """No cookie is needed, nothing is kept by browsers, and no error page says what was typed."""

    @wraps(view)
    def quiet(request: HttpRequest) -> HttpResponse:
        if request.headers.get("Sec-Fetch-Site") == "cross-site" and request.method == "POST":
            return errors.page(403, "This form was not sent from Pentameter itself.")
        response = view(request)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return csrf_exempt(never_cache(sensitive_post_parameters()(quiet)))


@unseen
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What to know before telling something."""
    return render(request, "tips/start.jinja", {"open": takes_tips()})


@unseen
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest) -> HttpResponse:
    """Tell something. The answer shows the receipt code, once."""
    if not takes_tips():
        return render(request, "tips/closed.jinja", status=503)
    form = TellForm(request.POST, request.FILES) if request.method == "POST" else TellForm()
    if not form.is_valid():
        return render(request, "tips/tell.jinja", {"form": form}, status=422 if form.is_bound else 200)
    if not _lets_in(SENDING, request):
        form.add_error(None, CROWDED)
        return render(request, "tips/tell.jinja", {"form": form}, status=429)
    code = leave_tip(letter=form.letter, form_key=form.cleaned_data["form_key"])
    return render(request, "tips/receipt.jinja", {"code": code})


@unseen
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """With a receipt code: how it stands, what was answered, and a form to add something."""
    form = CodeForm(request.POST) if request.method == "POST" else CodeForm()
    if not form.is_valid():
        return render(request, "tips/code.jinja", {"form": form}, status=422 if form.is_bound else 200)
    if not _lets_in(TRYING, request):
        form.add_error(None, CROWDED)
        return render(request, "tips/code.jinja", {"form": form}, status=429)
    found = own_tip(form.cleaned_data["code"])
    if found is None:
        form.add_error("code", NO_SUCH)
        return render(request, "tips/code.jinja", {"form": form}, status=422)
    more = AddForm()
    more.initial["code"] = form.cleaned_data["code"]
    return render(request, "tips/own.jinja", {"tip": found, "form": more, "open": takes_tips()})


@unseen
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Add something to a tip-off."""
    if not takes_tips():
        return render(request, "tips/closed.jinja", status=503)
    form = AddForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "tips/add.jinja", {"form": form}, status=422)
    if not _lets_in(SENDING, request):
        form.add_error(None, CROWDED)
        return render(request, "tips/add.jinja", {"form": form}, status=429)
    said = form.cleaned_data
    if not add_to_tip(code=said["code"], letter=form.letter, form_key=said["form_key"]):
        form.add_error(None, NO_SUCH)
        return render(request, "tips/add.jinja", {"form": form}, status=422)
    return render(request, "tips/added.jinja")


def _lets_in(crowd: Crowd, request: HttpRequest) -> bool:
    return crowd.lets_in(connection_of(request))
