"""The command line."""

import sys

import typer

from pentameter.config.commands import (
    assessment,
    audit,
    backup,
    demo,
    docs,
    doctor,
    entities,
    init,
    intake,
    keys,
    laws,
    link,
    manage,
    picture,
    protection,
    recount,
    release,
    retention,
    run,
    scale,
    screen,
    users,
)
from pentameter.config.environment import Misconfigured
from pentameter.config.terminal import console
from pentameter.kernel.verdict import Refused

app = typer.Typer(
    name="pentameter",
    help="The shared system of a counter-trafficking operation. Begin with `pentameter run --demo`.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command("init")(init.init)
app.command("run")(run.run)
app.command("intake")(intake.intake)
app.command("picture")(picture.picture)
app.command("assessment")(assessment.assessment)
app.command("protection")(protection.protection)
app.command("laws")(laws.laws)
app.command("recount")(recount.recount)
app.command("restore")(backup.restore)
app.command("screen")(screen.screen)
app.command("link")(link.link)
app.command("scale")(scale.scale)
app.command("doctor")(doctor.doctor)
app.command("docs", hidden=True)(docs.docs)
app.command("manage", hidden=True, context_settings=manage.CONTEXT)(manage.manage)
app.add_typer(demo.app, name="demo")
app.add_typer(entities.app, name="entities")
app.add_typer(audit.app, name="audit")
app.add_typer(backup.app, name="backup")
app.add_typer(keys.app, name="keys")
app.add_typer(release.app, name="release")
app.add_typer(retention.app, name="retention")
app.add_typer(users.app, name="users")


def main() -> None:
    """Run the command line; what goes wrong in a way that people can mend is said in one sentence."""
    try:
        app()
    except (Misconfigured, Refused) as problem:
        console(stderr=True).print(f"[bold red]{problem}[/]", highlight=False, soft_wrap=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
