from django.apps import AppConfig


class VictimsConfig(AppConfig):
    """Cases, and what protects the people in them."""

    name = "pentameter.victims"
    label = "victims"
