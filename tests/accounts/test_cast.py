"""The cast itself: everyone is who they say."""

import pytest
from django.test import Client
from django.urls import reverse

import cast
from pentameter.accounts.queries.actors import actor_of
from pentameter.kernel.actor import Actor


@pytest.mark.parametrize("person", cast.EVERYONE)
@pytest.mark.django_db(transaction=False)
def test_who_signs_in_is_that_person(client: Client, rf, person) -> None:
    expected: Actor = person()
    cast.sign_in(client, expected)
    request = rf.get("/")
    request.session = client.session
    request.user = cast.in_database(expected)
    assert actor_of(request) == expected


@pytest.mark.django_db(transaction=False)
def test_without_a_second_factor_the_actor_has_none(client: Client, rf) -> None:
    person = cast.without_second_factor(cast.durham_constable())
    cast.sign_in(client, person)
    request = rf.get("/")
    request.session = client.session
    request.user = cast.in_database(person)
    assert actor_of(request) == person
    assert reverse("access:matrix")
