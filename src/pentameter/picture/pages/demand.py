"""The page of demand: what is paid, and who is called a buyer."""

from dataclasses import dataclass

from pentameter.look import words
from pentameter.picture.page import Page
from pentameter.picture.queries.buyers import Buyers


@dataclass(frozen=True)
class DemandPage(Page):
    """Prices of all reports, and buyers of the latest that the reader may read."""

    part: Buyers

    @property
    def buyers_told(self) -> str:
        """How many of how many reports mention a buyer: never more than was looked at."""
        looked_at, telling = words.number(self.part.looked_at), self.part.reports
        if not self.part.looked_at:
            return "There is no report here that you may read."
        mention = "mentions" if telling <= 1 else "mention"
        if self.part.older:
            of = f"Of the latest {looked_at} reports that you may read, {words.number(telling) if telling else 'none'}"
            return f"{of} {mention} a buyer; older ones are left out."
        of = f"Of the {words.plural(self.part.looked_at, 'report')} that you may read"
        return f"{of}, {words.number(telling) if telling else 'none'} {mention} a buyer."

    @property
    def buyers_caution(self) -> str:
        """What the word is worth."""
        return "A buyer may be a witness: what a report calls a person is its writer's word."
