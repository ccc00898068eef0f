"""From words to an exit code: nobody who uses the command line meets a traceback for what can be said in a sentence."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from safetables.cli.output import Output, wrapped
from safetables.cli.parser import parser
from safetables.errors import BadInput, Refusal

BAD_INPUT, REFUSED, INTERRUPTED, CLOSED_PIPE = 2, 3, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; `arguments` are those of the process unless given."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _answer(words, as_json="--json" in words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        return INTERRUPTED
    except BrokenPipeError:
        _forget_the_pipe()
        return CLOSED_PIPE
    except SystemExit as stop:  # argparse's way out of --help and --version
        return int(stop.code or 0)
    return code


def _answer(words: list[str], *, as_json: bool) -> int:
    try:
        options = parser().parse_args(words)
        command: Callable[[Any], Output] = options.command
        output = command(options)
    except BadInput as error:
        sys.stderr.write(f"safetables: {error}\n")
        _write_json({"error": str(error)}, wanted=as_json)
        return BAD_INPUT
    except Refusal as refusal:
        _write_json({"refused": str(refusal), "cells": list(refusal.cells)}, wanted=as_json)
        sys.stdout.write("" if as_json else wrapped(f"Refused: {refusal}") + "\n")
        return REFUSED
    _write_json(output.data, wanted=as_json)
    if not as_json:
        sys.stdout.write(output.text.rstrip("\n") + "\n")
    return output.code


def _write_json(data: dict[str, Any], *, wanted: bool) -> None:
    if wanted:
        sys.stdout.write(json.dumps(data, allow_nan=False) + "\n")


def _forget_the_pipe() -> None:
    """Point stdout at nothing, or Python complains at its exit of what it cannot write any more."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
