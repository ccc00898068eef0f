from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Insiders are seen: flags, the weekly sample, and the review of broken glass."""

    name = "pentameter.oversight"
    label = "oversight"
