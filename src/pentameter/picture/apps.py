from django.apps import AppConfig


class PictureConfig(AppConfig):
    """Picture."""

    name = "pentameter.picture"
    label = "picture"
