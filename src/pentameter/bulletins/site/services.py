"""The one thing that this part writes: that something changed which readers see."""

from django.db.models import F

from pentameter.bulletins.site.models import Edition


def turn_edition() -> None:
    """Let every kept page be made anew. Call it in the transaction of any change of what the public pages show."""
    if not Edition.objects.filter(pk=1).update(number=F("number") + 1):
        Edition.objects.get_or_create(pk=1, defaults={"number": 1})
