"""How far a long run has come, told to whoever asked."""

from typing import TypeVar

from darkfigure.methods import Progress

T = TypeVar("T")


__all__ = ["Progress", "Steps"]


class Steps:
    """Counts the steps of a run and reports each; without a listener it is silent."""

    def __init__(self, of: int, progress: Progress | None) -> None:
        self.of, self.progress, self.count = of, progress, 0

    def done(self, what: str, result: T) -> T:
        """One more step is done; hands its result on."""
        self.count += 1
        if self.progress:
            self.progress(self.count, self.of, what)
        return result
