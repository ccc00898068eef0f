"""Django's declaration of the app."""

from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    """Releases."""

    name = "pentameter.releases"
    label = "releases"
