"""Whether people have said where they live. Where it is, nobody can read."""

from datetime import datetime

from pentameter.oversight.models import Home


def declared_at(person: str) -> datetime | None:
    """When a person last said where they live, or None. One SQL query."""
    return Home.objects.filter(person=person).values_list("declared_at", flat=True).first()
