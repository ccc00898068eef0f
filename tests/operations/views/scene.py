"""A running wave, seen today: Durham is late with a week, Cleveland has answered all of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.test import Client

from cast import cleveland_sergeant, durham_constable, sign_in
from operations import stage
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.periods import week_of


@dataclass(frozen=True, slots=True)
class Scene:
    """The wave and the Mondays of its three weeks; the last one is the present week."""

    wave: UUID
    weeks: tuple[date, date, date]

    def at(self, rest: str = "") -> str:
        """An address below the wave's own."""
        return f"/operations/waves/{self.wave}/{rest}"


def running() -> Scene:
    """The wave began two weeks ago."""
    today = clock.today()
    monday = week_of(today)
    weeks = (monday - timedelta(days=14), monday - timedelta(days=7), monday)
    wave = stage.wave(weeks[0], None)
    for slug in ("durham", "cleveland"):
        stage.joins(wave, slug, since=weeks[0], plan="Visits with the fire service.")
    stage.files(wave, durham_constable(), stage.found(weeks[0]), today=today)
    for week in weeks:
        stage.files(wave, cleveland_sergeant(), stage.nil(week), today=today)
    return Scene(wave, weeks)


def seen_by(person: Actor) -> Client:
    """A browser in which the person is signed in."""
    return sign_in(Client(), person)
