"""Choice among all hierarchical models by BIC or AIC, exhaustively or downhill, with the bootstrap after selection."""

from darkfigure.search.method import estimate

__all__ = ["estimate"]
