"""Every address asks for an operation of the matrix, or says why it need not; the public door knows no case."""

from ast import literal_eval
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from pentameter.access.api import Operation
from tests.installations import installation

OPEN = {
    "allauth.account": "nobody is signed in yet, or they are signing out; allauth asks by itself",
    "allauth.mfa": "second steps of signing in and one's own second factors; allauth asks for the sign-in by itself",
    "allauth.socialaccount": "agencies' own sign-in",
    "allauth.usersessions": "one's own sessions",
    "django_prometheus": "figures for the operators' own network; no record is in them",
    "ninja": "the API asks for an agency's token itself",
    "django.views.static": "style sheets and scripts",
    "django.contrib.staticfiles": "style sheets and scripts",
}
"""Packages whose views guard themselves."""


def _views(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, object]]:
    for pattern in resolver.url_patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _views(pattern, address)
        elif isinstance(pattern, URLPattern):
            yield address, pattern.callback


def _origin(view: object) -> str:
    inner = getattr(view, "view_class", view)
    return getattr(inner, "__module__", "")


def test_every_staff_address_is_in_the_matrix_or_says_why_not() -> None:
    faults = [
        f"/{address} ({_origin(view)})"
        for address, view in _views(get_resolver("pentameter.config.staff_urls"))
        if not isinstance(getattr(view, "operation", None), Operation)
        and not getattr(view, "open_because", "")
        and not any(_origin(view).startswith(package) for package in OPEN)
    ]
    assert not faults, "\n" + "\n".join(faults)


def test_every_operation_is_granted_to_somebody() -> None:
    from pentameter.access.api import grants

    granted = {operation for operation, _ in grants()}
    assert not set(Operation) - granted


_PUBLIC = """
import sys
from django.apps import apps
from django.urls import get_resolver
list(get_resolver().url_patterns)
ours = {app.name for app in apps.get_app_configs() if app.name.startswith("pentameter.")}
print(sorted(ours))
print(sorted(name for name in sys.modules if name.startswith("pentameter.") and name.endswith(".models")))
"""
PUBLIC = (
    *("pentameter.bulletins.comments", "pentameter.bulletins.site", "pentameter.bulletins.tips"),
    "pentameter.releases.shelf",
)
PUBLIC_APPS = str(sorted((*PUBLIC, "pentameter.look")))
_CASE = "import pentameter.{context}.models"


@pytest.mark.django_db
def test_the_public_door_cannot_reach_a_case(tmp_path) -> None:
    public = "pentameter.config.settings.public"
    with installation(tmp_path, DJANGO_SETTINGS_MODULE=public) as place:
        apps, loaded = place.code(_PUBLIC).splitlines()
        assert apps == PUBLIC_APPS
        assert not [name for name in literal_eval(loaded) if not name.startswith(PUBLIC)]
        for context in ("audit", "accounts", "operations", "intelligence"):
            failed = place.start("-c", f"import django; django.setup()\n{_CASE.format(context=context)}")
            said, _ = failed.communicate(timeout=60)
            assert failed.returncode != 0
            assert "isn't in an application in INSTALLED_APPS" in said
