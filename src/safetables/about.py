"""Which people a table counts, and on what day: what makes two cells one number, or two."""

from dataclasses import dataclass


@dataclass(frozen=True)
class About:
    """Which table it is. `population`: who is counted; the same cell of two tables of one population is one number.
    `as_at`: the day of the count, as 2007-10-31; the same cell on a later day is another number, and their
    difference is one more. `within`: codes that hold for the whole table, such as ("area", "England") for one about
    England alone."""

    name: str = "the table"
    population: str = ""
    as_at: str = ""
    within: tuple[tuple[str, str], ...] = ()

    @property
    def when(self) -> str:
        """Which count of which people it is, as one text."""
        return " ".join(part for part in (self.population, self.as_at and f"as at {self.as_at}") if part)


UNNAMED = About()
