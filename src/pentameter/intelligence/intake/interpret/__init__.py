"""From a raw row to the draft of what it says, or to everything that is wrong with it."""

from pentameter.intelligence.intake.interpret.reports import report
from pentameter.intelligence.intake.interpret.returns import weekly_return

__all__ = ["report", "weekly_return"]
