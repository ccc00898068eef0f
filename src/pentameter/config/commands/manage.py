"""`pentameter manage`: Django's own commands, inside an installation."""

import typer

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption

CONTEXT = {"allow_extra_args": True, "ignore_unknown_options": True}


def manage(context: typer.Context, data: DataOption = DEFAULT_DATA) -> None:
    """Run one of Django's commands, such as `migrate` or `check --deploy`."""
    installation.enter(installation.existing(data))
    from django.core.management import execute_from_command_line

    execute_from_command_line(["pentameter manage", *context.args])
