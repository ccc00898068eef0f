from django.apps import AppConfig


class IntelligenceConfig(AppConfig):
    """Intelligence."""

    name = "pentameter.intelligence"
    label = "intelligence"
