"""Django's declaration of the app."""

from django.apps import AppConfig


class ModerationConfig(AppConfig):
    """What becomes of comments: the queue, the ladder, appeals. Behind the staff door."""

    name = "pentameter.bulletins.moderation"
    label = "moderation"
