"""`pentameter recount`: count reports anew where the kept counts are wrong."""

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, JsonOption, console, print_json


def recount(data: DataOption = DEFAULT_DATA, json: JsonOption = False) -> None:
    """Compare the kept counts of reports with a recount, and mend those of the agencies where they differ."""
    installation.enter(installation.existing(data))
    from pentameter.intelligence import api as intelligence
    from pentameter.kernel.actor import SYSTEM

    found = intelligence.recount(by=SYSTEM)
    if json:
        print_json({"agencies": found.agencies, "wrong": found.wrong})
    elif found.agencies:
        console().print(f"{found.wrong:,} counts were wrong, of {', '.join(found.agencies)}. They were counted anew.")
    else:
        console().print("Every kept count is that of a recount.")
