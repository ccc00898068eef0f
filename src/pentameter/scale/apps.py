from django.apps import AppConfig


class ScaleConfig(AppConfig):
    """How many were never seen: estimation runs over frozen lists."""

    name = "pentameter.scale"
    label = "scale"
