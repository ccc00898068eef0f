"""`pentameter protection`: what protects a person on a day, from a file of events. It needs no installation."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from pentameter.config.terminal import JsonOption, console, print_json
from pentameter.kernel import clock
from pentameter.kernel.verdict import Verdict
from pentameter.victims import law as victims

FileArgument = Annotated[Path, typer.Argument(help="Events as JSON: docs/guides/protection-file.md.")]
OnOption = Annotated[str, typer.Option("--on", help="The day asked about, e.g. 2024-03-01; today if left out.")]
LARGEST = 2_000_000


def protection(file: FileArgument, on: OnOption = "", json: JsonOption = False) -> None:
    """What protects the person on a day: since when, until when at the earliest, what is outstanding, by which rule."""
    try:
        book = victims.rule_book()
        case = victims.read_case(_text(file), book)
        today = victims.parse_day(on) if on else clock.today(case.zone or clock.LONDON)
        answer = victims.protection(case, book, today=today)
    except ValueError as fault:
        console(stderr=True).print(f"[bold red]{escape(str(fault))}[/]", highlight=False, soft_wrap=True)
        raise typer.Exit(2) from fault
    gate = victims.may_remove(case, book, today=today)
    if json:
        print_json(victims.as_dict(case, answer, gate, victims.endings(case, book, today=today)))
    else:
        for line in _lines(answer, gate):
            console().print(line, highlight=False, soft_wrap=True)


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise ValueError(f"{file}: larger than {LARGEST // 1_000_000} MB.")
        return content.decode("utf-8-sig")
    except OSError as fault:
        raise ValueError(f"{file}: cannot be read ({fault.strerror}).") from fault
    except UnicodeDecodeError as fault:
        raise ValueError(f"{file}: is not UTF-8 text.") from fault


def _lines(answer: victims.Protection, gate: Verdict) -> Iterator[str]:
    yield f"[bold]On {_said(answer.on)}[/]"
    for title, one in (("Removal", answer.removal), ("Support", answer.support)):
        yield f"\n[bold]{title}[/]"
        yield escape(one.sentence)
        if one.protected:
            yield f"  Since: {_said(one.since)}"
            yield f"  Until at the earliest: {_said(one.earliest_end)}"
        yield from (f"  Outstanding: {escape(matter.what)}" for matter in one.outstanding)
        yield from (f"  Could end by: {escape(phrase)}" for phrase in one.could_end)
        for rule in one.rules:
            yield f"  Rule: {escape(f'{rule.mark}, {rule.title}')}"
            yield from (f"    To confirm: {escape(what)}" for what in rule.to_confirm)
            yield f"    Source: {escape('; '.join(rule.sources))}"
    yield "\n[bold]A removal[/]"
    yield "Nothing in these events stands against it." if gate.allowed else f"May not go on. {escape(gate.reason)}"


def _said(day: date | None) -> str:
    return f"{day:%-d %B %Y}" if day else "no day can be named"
