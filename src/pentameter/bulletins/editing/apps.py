"""Django's declaration of the app."""

from django.apps import AppConfig


class EditingConfig(AppConfig):
    """Bulletins until they are published: drafts, second reading, schedule, correction. Behind the staff door."""

    name = "pentameter.bulletins.editing"
    label = "editing"
