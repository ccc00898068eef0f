"""People at the review queue, and browsers in which they are signed in."""

from dataclasses import replace

from django.test import Client

from cast import in_database, national_analyst, sign_in
from pentameter.kernel.actor import Actor


def seen_by(person: Actor) -> Client:
    """A browser in which the person is signed in."""
    return sign_in(Client(), person)


def second_analyst() -> Actor:
    """Another analyst at the national centre."""
    person = replace(national_analyst(), id="22222222-2222-4222-8222-222222222222", name="Sioned Vaughan")
    in_database(person)
    return person
