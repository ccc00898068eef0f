from django.apps import AppConfig


class BulletinsConfig(AppConfig):
    """The public site."""

    name = "pentameter.bulletins.site"
    label = "bulletins"
