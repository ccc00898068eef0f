from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Work."""

    name = "pentameter.work"
    label = "work"

    def ready(self) -> None:
        """Learn the names of all background work, so that it can be asked for and done in every process."""
        from pentameter.work.background import discover

        discover()
