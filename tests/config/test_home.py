"""The first page of the staff door."""

import pytest
from django.test import Client

import cast
from operations.views.scene import running, seen_by
from pentameter.kernel.actor import Actor
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


@pytest.mark.parametrize("person", cast.EVERYONE, ids=lambda one: one.__name__)
def test_everyone_who_signs_in_has_a_first_page(person) -> None:
    who: Actor = person()
    page = seen_by(who).get("/")
    assert page.status_code == 200
    assert who.role.label in page.content.decode()


def test_the_late_week_is_a_link_to_its_form() -> None:
    scene = running()
    page = seen_by(cast.durham_constable()).get("/").content.decode()
    assert f"{scene.at('return/')}?week={scene.weeks[1]}" in page
    assert "Running now" in page


def test_nobody_in_particular_is_sent_to_sign_in() -> None:
    assert Client().get("/")["Location"].startswith("/sign-in/")


def test_the_page_is_only_read() -> None:
    assert cast.post(seen_by(cast.durham_constable()), "/").status_code == 405
