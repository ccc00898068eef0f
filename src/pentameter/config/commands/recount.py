"""`pentameter recount`: count reports and people anew where the kept counts are wrong."""

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, JsonOption, console, print_json


def recount(data: DataOption = DEFAULT_DATA, json: JsonOption = False) -> None:
    """Compare the kept counts of reports and of people with a recount, and mend those that differ."""
    installation.enter(installation.existing(data))
    from pentameter.intelligence import api as intelligence
    from pentameter.kernel.actor import SYSTEM
    from pentameter.victims import api as victims

    found, people = intelligence.recount(by=SYSTEM), victims.recount_people(by=SYSTEM)
    if json:
        print_json({"agencies": found.agencies, "wrong": found.wrong, "people": people})
    elif found.agencies:
        console().print(f"{found.wrong:,} counts were wrong, of {', '.join(found.agencies)}. They were counted anew.")
    if people and not json:
        console().print(f"{people:,} counts of people were wrong. They were counted anew.")
    if not (json or people or found.agencies):
        console().print("Every kept count is that of a recount.")
