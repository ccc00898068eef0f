"""The columns of a file of weekly returns, in the order of the template."""

from types import MappingProxyType

from pentameter.intelligence.intake.columns.column import Column

LOOKED = MappingProxyType(
    {
        "found": "we looked and found something",
        "nil": "we looked and found nothing",
        "not_looked": "we did not look",
    }
)

RETURNS: tuple[Column, ...] = (
    Column("agency", "agency", "Short name of the agency that sends the file: its own.", True, "durham"),
    Column("week_starting", "week starting", "The Monday of the week.", True, "2007-10-01"),
    Column("looked", "looked", "Whether you looked, and found anything.", True, "nil", LOOKED),
    Column("premises_visited", "premises visited", "How many, as a whole number.", example="3"),
    Column("people_found", "people found", "How many possible victims were met.", example="0"),
    Column("arrests", "arrests", "How many people were arrested.", example="1"),
    Column("hours", "hours", "Hours of work spent on the operation.", example="37.5"),
    Column("text", "text", "What was done, in a few words.", example="Two visits with the fire service."),
)
