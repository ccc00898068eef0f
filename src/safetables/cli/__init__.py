"""The command line: `safetables protect TABLE.csv --out SAFE.csv`, `safetables attack SAFE1.csv ...`.

It exits with 0 after an answer, 1 where the attacker gives a cell away, 2 after bad input, 3 after a refusal, 130 after
Ctrl-C.
"""

from safetables.cli.run import main

__all__ = ["main"]
