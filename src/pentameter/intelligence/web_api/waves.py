"""The wave that something sent belongs to."""

from uuid import UUID

from pentameter.intelligence.services.looks import waves_to_choose
from pentameter.intelligence.web_api.answers import Wrong
from pentameter.kernel import clock
from pentameter.operations import api as operations


def wave_of(agency: str, asked: UUID | None) -> UUID:
    """The wave that was asked for; without one, the wave that the agency takes part in today, or the one that runs."""
    if asked is not None:
        return asked
    today = clock.today()
    if (own := operations.wave_for(agency, today)) is not None:
        return own.id
    for wave in waves_to_choose(today):
        return wave.id
    raise Wrong(422, "wave", "No wave has begun. Ask the national centre.")
