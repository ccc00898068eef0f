from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Audit."""

    name = "pentameter.audit"
    label = "audit"
