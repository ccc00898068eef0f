"""Django's declaration of the app."""

from django.apps import AppConfig


class CommentsConfig(AppConfig):
    """Readers, and what they write under bulletins and report of each other."""

    name = "pentameter.bulletins.comments"
    label = "comments"
