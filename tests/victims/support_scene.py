"""More of the ground: what a caseworker arranges."""

from datetime import date, time

from pentameter.victims.rules.contents import AppointmentWords
from pentameter.victims.services.appointments import Appointment
from victims.support_ground import CANARY, DAY, today


def an_appointment(*, on: date | None = None) -> Appointment:
    """In two days, in the afternoon."""
    words = AppointmentWords("a doctor", "Albanian", "a woman", f"by letter, {CANARY}", "Bring the card.")
    return Appointment(words, on or today() + 2 * DAY, time(14, 30))
