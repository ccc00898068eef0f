"""Django's declaration of the app."""

from django.apps import AppConfig


class TipsConfig(AppConfig):
    """Tip-offs as the public door keeps them: sealed to a key that only the staff side has."""

    name = "pentameter.bulletins.tips"
    label = "tips"
