"""A file linked, from its reading to the files that are written."""

from dataclasses import dataclass
from pathlib import Path

from pentameter.entities.linkage import model
from pentameter.entities.linkage.batch import linking, reading, writing
from pentameter.entities.linkage.batch.engine import Limits, engine
from pentameter.entities.linkage.batch.linking import Step
from pentameter.entities.linkage.outcome import Outcome

STEPS = ("reading the file", *linking.STEPS, "writing")


@dataclass(frozen=True, slots=True)
class Files:
    """What is read, and where the answers go."""

    file: Path
    clusters: Path
    pairs: Path | None = None
    model: Path | None = None


def link_file(files: Files, memory: str, step: Step) -> Outcome:
    """Link a file; nothing is written unless all of it could be."""
    trained = model.read_file(files.model) if files.model else model.shipped()
    limits = trained.thresholds
    with engine(Limits(memory=memory)) as connection:
        step(STEPS[0])
        read = reading.read(connection, files.file)
        linked = linking.link(connection, trained, step)
        step(STEPS[-1])
        if files.pairs:
            writing.write_pairs(connection, files.pairs, limits)
        writing.write_clusters(connection, files.clusters)
        decided = writing.count_decided(connection, limits)
    return Outcome(
        mentions=linked.mentions,
        people=linked.clusters,
        compared=linked.pairs,
        decided=decided,
        proposed=linked.proposed - decided,
        nameless=read.nameless,
        doubts=tuple(map(str, read.doubts)),
        model=trained.version,
    )
