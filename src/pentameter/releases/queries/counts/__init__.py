"""What a release counts, asked of those who hold it: tables with all their totals, exact and small ones too."""

from pentameter.releases.queries.counts.asking import Ground
from pentameter.releases.queries.counts.counting import truth

__all__ = ["Ground", "truth"]
