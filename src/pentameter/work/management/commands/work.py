"""`python -m django work`: the worker process."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from pentameter.work import worker


class Command(BaseCommand):
    """Do background work until told to stop."""

    help = "Do background work until told to stop (SIGTERM: after the run under way)."

    def add_arguments(self, parser: CommandParser) -> None:
        """What can be chosen."""
        parser.add_argument("--interval", type=float, default=0.5, help="seconds between looks into an empty queue")
        parser.add_argument("--max-tasks", type=int, default=None, help="stop after so many runs")
        parser.add_argument("--until-empty", action="store_true", help="stop when the queue is empty")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work."""
        worker.run(interval=options["interval"], max_tasks=options["max_tasks"], until_empty=options["until_empty"])
