"""Django's declaration of the app."""

from django.apps import AppConfig


class TipdeskConfig(AppConfig):
    """Where tip-offs are opened, answered, graded and filed. Behind the staff door."""

    name = "pentameter.bulletins.tipdesk"
    label = "tipdesk"
