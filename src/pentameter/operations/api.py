"""The door for other contexts: frozen values and ids."""

from pentameter.operations.queries.agency import Duty, duties
from pentameter.operations.queries.cards import (
    OperationCard,
    WaveCard,
    current_wave,
    operation,
    operations,
    wave,
    wave_for,
    waves_beside,
    waves_of,
)
from pentameter.operations.queries.coverage import (
    CoverageGrid,
    CoverageLine,
    Participant,
    Sums,
    WaveSums,
    coverage,
    coverage_beside,
    coverage_of,
    participants,
    running,
)
from pentameter.operations.queries.results import PublishedWave, ResultsPage, every_wave, published, results
from pentameter.operations.rules.coverage import WeekCell, WeekStatus
from pentameter.operations.rules.involvement import Involvement
from pentameter.operations.rules.results import Disagreement, Figure, disagreements, said_of
from pentameter.operations.rules.returns import Looked, WeekReturn
from pentameter.operations.services.operations import WavePlan, create_operation, create_wave
from pentameter.operations.services.participation import Part, set_participation
from pentameter.operations.services.results import load_published_results
from pentameter.operations.services.returns import Filing, ReturnFiled, file_return
from pentameter.operations.services.waves import change_wave

__all__ = [
    "CoverageGrid",
    "CoverageLine",
    "Disagreement",
    "Duty",
    "Figure",
    "Filing",
    "Involvement",
    "Looked",
    "OperationCard",
    "Part",
    "Participant",
    "PublishedWave",
    "ResultsPage",
    "ReturnFiled",
    "Sums",
    "WaveCard",
    "WavePlan",
    "WaveSums",
    "WeekCell",
    "WeekReturn",
    "WeekStatus",
    "change_wave",
    "coverage",
    "coverage_beside",
    "coverage_of",
    "create_operation",
    "create_wave",
    "current_wave",
    "disagreements",
    "duties",
    "every_wave",
    "file_return",
    "load_published_results",
    "operation",
    "operations",
    "participants",
    "published",
    "results",
    "running",
    "said_of",
    "set_participation",
    "wave",
    "wave_for",
    "waves_beside",
    "waves_of",
]
