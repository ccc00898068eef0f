"""A fresh installation to measure in."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID


def enter(folder: Path) -> UUID:
    """Make an installation in `folder` with one operation of one wave that Durham takes part in; the wave's id."""
    from pentameter.config.commands.init import prepare

    prepare(folder / "data", demo=True)
    from pentameter.kernel import clock
    from pentameter.kernel.actor import SYSTEM
    from pentameter.operations import api as operations

    starts_on = clock.today() - timedelta(days=365)
    operations.create_operation(slug="bench", name="Benchmark", purpose="To be measured.", by=SYSTEM)
    wave_id = operations.create_wave(operation="bench", plan=operations.WavePlan("First wave", starts_on), by=SYSTEM)
    part = operations.Part("durham", operations.Involvement.FULL, "", starts_on)
    operations.set_participation(wave_id=wave_id, part=part, by=SYSTEM)
    return wave_id
