from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Settings and doors."""

    name = "pentameter.config"
    label = "config"
