from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Work."""

    name = "pentameter.work"
    label = "work"
