"""Looking at assessments, comparing them, and carrying them away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require
from pentameter.operations.api import WaveCard, every_wave, wave
from pentameter.picture.assessment.files import FileKind, Made, made_file
from pentameter.picture.assessment.queries.texts import Draft, drafts
from pentameter.picture.assessment.queries.versions import Version, VersionCard, version, versions
from pentameter.picture.assessment.rules.comparing import TableChanges, compare
from pentameter.picture.assessment.titles import TITLES
from pentameter.picture.rules.waves import wave_to_show


@dataclass(frozen=True, slots=True)
class Desk:
    """The assessment of a wave: its versions, its texts, and the waves that can be chosen."""

    wave: WaveCard
    waves: tuple[WaveCard, ...]
    versions: tuple[VersionCard, ...]
    drafts: Mapping[str, Draft]
    may_make: bool


@dataclass(frozen=True, slots=True)
class TextPage:
    """The text of a section of a wave's assessment."""

    wave: WaveCard
    draft: Draft


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of one wave, and what changed in the figures."""

    before: VersionCard
    after: VersionCard
    tables: tuple[TableChanges, ...]


@transaction.atomic
def show_desk(*, wave_id: UUID | None, by: Actor, today: date) -> Desk:
    """The versions and texts of a wave, or of the wave that runs.

    Raises:
        Refused: there is no such wave, or none at all.
    """
    require(decide(by, Operation.VIEW_ASSESSMENT))
    waves = tuple(one.wave for one in every_wave() if not one.wave.is_history)
    of = _chosen(waves, wave_id, today)
    may_make = decide(by, Operation.MAKE_ASSESSMENT).allowed
    record(Event.ASSESSMENT_SHOWN, by=by, subject=("wave", of.id), detail={"version": ""})
    return Desk(of, waves, versions(of.id), drafts(of.id) if may_make else {}, may_make)


@transaction.atomic
def show_text(*, wave_id: UUID, section: str, by: Actor) -> TextPage:
    """The text of a section with its earlier saves, to be written on.

    Raises:
        Refused: there is no such wave, or no such section.
    """
    require(decide(by, Operation.MAKE_ASSESSMENT))
    of = wave(wave_id)
    if of is None or of.is_history or section not in TITLES:
        raise never_was()
    record(Event.ASSESSMENT_SHOWN, by=by, subject=("wave", wave_id), detail={"section": section})
    return TextPage(of, drafts(wave_id).get(section, Draft(section)))


@transaction.atomic
def show_version(*, version_id: UUID, by: Actor) -> Version:
    """A version, to be read."""
    require(decide(by, Operation.VIEW_ASSESSMENT))
    found = version(version_id)
    record(Event.ASSESSMENT_SHOWN, by=by, subject=("wave", found.card.wave), detail={"version": str(version_id)})
    return found


@transaction.atomic
def copy_version(*, version_id: UUID, kind: FileKind, by: Actor) -> Made:
    """A version as a file, made from what was frozen and from nothing else."""
    require(decide(by, Operation.VIEW_ASSESSMENT))
    found = version(version_id)
    detail = {"version": str(version_id), "kind": kind.value, "digest": found.card.digest}
    record(Event.ASSESSMENT_EXPORTED, by=by, subject=("wave", found.card.wave), detail=detail)
    return made_file(found.assessment, found.card.digest, kind)


@transaction.atomic
def compare_versions(*, before: UUID, after: UUID, by: Actor) -> Comparison:
    """What changed in the figures from one version of a wave to another.

    Raises:
        Refused: the two are not of one wave.
    """
    require(decide(by, Operation.VIEW_ASSESSMENT))
    one, other = sorted((version(before), version(after)), key=lambda found: found.card.number)
    if one.card.wave != other.card.wave:
        raise Refused("These are versions of two waves. Choose two of one wave.")
    detail = {"version": str(one.card.id), "beside": str(other.card.id)}
    record(Event.ASSESSMENT_SHOWN, by=by, subject=("wave", one.card.wave), detail=detail)
    return Comparison(one.card, other.card, compare(one.assessment, other.assessment))


def _chosen(waves: tuple[WaveCard, ...], wanted: UUID | None, today: date) -> WaveCard:
    if wanted is None:
        found = wave_to_show(waves, today)
        if found is None:
            raise Refused("There is no wave yet that an assessment could be of. The national centre begins one.")
        return found
    chosen = next((one for one in waves if one.id == wanted), None)
    if chosen is None:
        raise never_was()
    return chosen
