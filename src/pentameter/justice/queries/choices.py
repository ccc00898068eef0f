"""What can be chosen on the forms of justice."""

from pentameter.accounts.api import agencies
from pentameter.justice.rules.investigations import part_of
from pentameter.operations.api import operations


def waves_to_choose() -> list[tuple[str, str]]:
    """The waves of the operations that run, as (id, words). Two SQL queries."""
    return [
        (str(wave.id), f"{card.name}, {wave.name}")
        for card in operations()
        if not card.is_history
        for wave in card.waves
    ]


def agencies_to_add() -> list[tuple[str, str]]:
    """The agencies of today that can take part: prosecutors first, then forces. One SQL query."""
    found = [one for one in agencies().values() if one.current and part_of(one.sector)]
    found.sort(key=lambda one: (part_of(one.sector) != "prosecution", one.name))
    return [(one.slug, one.name) for one in found]
