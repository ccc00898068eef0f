"""The guards above the views."""

import pytest
from django.http import HttpRequest, HttpResponse

from cast import administrator, caseworker, without_second_factor
from pentameter.access.guards import may, open_because
from pentameter.access.operations import Operation
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused


@may(Operation.MANAGE_PEOPLE)
def managing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("managed")


def asked_by(actor: Actor | None) -> HttpRequest:
    request = HttpRequest()
    request.path = "/people/new/"
    request.actor = actor
    return request


def test_who_may_comes_through() -> None:
    assert managing(asked_by(administrator())).content == b"managed"


@pytest.mark.parametrize("actor", [caseworker(), without_second_factor(administrator())])
def test_who_may_not_is_refused(actor: Actor) -> None:
    with pytest.raises(Refused) as refusal:
        managing(asked_by(actor))
    assert not refusal.value.hidden


def test_where_existence_is_hidden_other_roles_find_nothing() -> None:
    @may(Operation.MANAGE_PEOPLE, hidden=True)
    def hidden(request: HttpRequest) -> HttpResponse:
        return HttpResponse("managed")

    for actor, is_hidden in ((caseworker(), True), (without_second_factor(administrator()), False)):
        with pytest.raises(Refused) as refusal:
            hidden(asked_by(actor))
        assert refusal.value.hidden is is_hidden
    assert hidden(asked_by(administrator())).content == b"managed"


def test_who_is_not_signed_in_is_led_there() -> None:
    assert managing(asked_by(None))["Location"] == "/sign-in/?next=/people/new/"


def test_a_view_says_what_it_asks_for() -> None:
    assert managing.operation is Operation.MANAGE_PEOPLE


def test_an_open_view_says_why() -> None:
    @open_because("it is the way in")
    def door(request: HttpRequest) -> HttpResponse:
        return HttpResponse("in")

    assert door.open_because == "it is the way in"
    assert not hasattr(door, "operation")
    assert door(HttpRequest()).content == b"in"
