from django.apps import AppConfig


class OperationsConfig(AppConfig):
    """Operations."""

    name = "pentameter.operations"
    label = "operations"
