from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Access."""

    name = "pentameter.access"
    label = "access"
