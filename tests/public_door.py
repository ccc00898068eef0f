"""The public door within a test: its addresses and middleware, on the test's own two databases.

What it must not be able to reach is tested on the real process (`tests/architecture/test_doors.py`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.template import engines
from django.test import Client, override_settings

from pentameter.bulletins.site.keeping import forget

BOTH = ["default", "public"]
"""Both databases: `pytestmark = pytest.mark.django_db(databases=BOTH)`."""


@contextmanager
def public_door() -> Iterator[Client]:
    """A browser without scripts before the public door. No page is kept from an earlier test."""
    theirs = import_module("pentameter.config.settings.public")
    forget()
    words = next(engine.env.globals for engine in engines.all() if hasattr(engine, "env"))
    before = words["door"]
    with override_settings(ROOT_URLCONF=theirs.ROOT_URLCONF, MIDDLEWARE=theirs.MIDDLEWARE, DOOR=theirs.DOOR):
        words["door"] = theirs.DOOR
        try:
            yield Client()
        finally:
            words["door"] = before
