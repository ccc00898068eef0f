"""Where the demo operation's chance comes from: the same seed and purpose, the same draws."""

from random import Random


def chance(seed: int, *purpose: object) -> Random:
    """A generator of its own for each purpose, so that a change in one agency's files leaves the others' alone."""
    return Random(" ".join(map(str, (seed, *purpose))))  # noqa: S311 - nothing that it draws is secret
