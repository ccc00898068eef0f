"""Days in the language of the page: the month's name is Django's own, in Welsh and Irish too."""

from datetime import date, datetime

from django.utils.dateformat import format as formatted

from pentameter.look.words import LONDON


def spoken_day(value: date | datetime) -> str:
    """5 October 2007; 5 Hydref 2007; 5 Deireadh Fómhair 2007."""
    return formatted(_local(value), "j F Y")


def spoken_month(value: date | datetime) -> str:
    """October 2007."""
    return formatted(_local(value), "F Y")


def _local(value: date | datetime) -> date | datetime:
    return value.astimezone(LONDON) if isinstance(value, datetime) else value
