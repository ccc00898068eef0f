"""Django's declaration of the app."""

from django.apps import AppConfig


class ShelfConfig(AppConfig):
    """What was released."""

    name = "pentameter.releases.shelf"
    label = "shelf"
