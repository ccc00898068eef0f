from django.apps import AppConfig


class LookConfig(AppConfig):
    """Look."""

    name = "pentameter.look"
    label = "look"
