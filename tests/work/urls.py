"""The staff door with a few pages more, on which acts can be done and refused."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import include, path

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.audit.api import Event, record
from pentameter.kernel.verdict import Refused
from pentameter.work.api import only_asks


def _act(request: StaffRequest) -> None:
    with transaction.atomic():
        record(Event.RETURN_FILED, by=request.actor, subject=("return", request.POST.get("week", "")))


@may(Operation.VIEW_HOME)
def act(request: StaffRequest) -> HttpResponseBase:
    _act(request)
    return HttpResponseRedirect(f"/done/{request.POST['week']}/")


@may(Operation.VIEW_HOME)
def answer_in_json(request: StaffRequest) -> HttpResponseBase:
    _act(request)
    return JsonResponse({"week": request.headers["Week"]}, status=201)


@may(Operation.VIEW_HOME)
def with_mistakes(request: StaffRequest) -> HttpResponseBase:
    return HttpResponse("The form with its mistakes")


@may(Operation.VIEW_HOME)
def show(request: StaffRequest) -> HttpResponseBase:
    with transaction.atomic():
        record(Event.ORIGINAL_READ, by=request.actor, subject=("report", "1"), purpose="to plan a visit")
    return HttpResponse("What only some may read")


@may(Operation.VIEW_HOME)
def refuse(request: StaffRequest, kind: str, record_id: UUID) -> HttpResponseBase:
    raise Refused("The operation is over.", hidden=kind == "hidden", conflict=kind == "conflict")


@only_asks
@may(Operation.VIEW_HOME)
def ask(request: StaffRequest) -> HttpResponseBase:
    return HttpResponseRedirect(f"/answers/{request.POST['week']}/")


@may(Operation.MANAGE_PEOPLE)
def for_administrators(request: StaffRequest) -> HttpResponseBase:
    return HttpResponse("ok")


urlpatterns = [
    path("test/act/", act),
    path("test/other/", act),
    path("test/json/", answer_in_json),
    path("test/mistakes/", with_mistakes),
    path("test/show/", show),
    path("test/ask/", ask),
    path("test/refuse/<str:kind>/<uuid:record_id>/", refuse, name="refuse"),
    path("test/administrators/", for_administrators),
    path("", include("pentameter.config.staff_urls")),
]
