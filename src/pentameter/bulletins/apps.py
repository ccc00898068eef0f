from django.apps import AppConfig


class BulletinsConfig(AppConfig):
    """Bulletins."""

    name = "pentameter.bulletins"
    label = "bulletins"
