from django.apps import AppConfig


class JusticeConfig(AppConfig):
    """Investigations, arrests, charges and outcomes; the register of laws."""

    name = "pentameter.justice"
    label = "justice"
