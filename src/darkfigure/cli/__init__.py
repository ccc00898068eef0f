"""The command line: `darkfigure estimate FILE` and its companions, or `python -m darkfigure`.

It exits with 0 after an answer, 2 after bad input, 3 after a refusal, 130 after Ctrl-C.
"""

from darkfigure.cli.run import main

__all__ = ["main"]
