from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """Decisions on people, and the screening of removal lists."""

    name = "pentameter.decisions"
    label = "decisions"
