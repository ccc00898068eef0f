"""Looking at the picture and carrying it away: each leaves one row in the record."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, looked, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require
from pentameter.look.charts.chart import Chart
from pentameter.picture import chart_list, standalone
from pentameter.picture.forms import Asked
from pentameter.picture.queries.buyers import Buyers, buyers
from pentameter.picture.queries.frame import Frame, NoWaveYet, Rights, frame
from pentameter.picture.queries.law import Estimates, Laws, Recorded, estimates, laws, recorded
from pentameter.picture.queries.live import Live, live
from pentameter.picture.queries.networks import Networks, networks
from pentameter.picture.queries.people import People, people
from pentameter.picture.queries.picture import LATEST, Picture, counted_in, picture
from pentameter.picture.queries.protection import Protecting, protecting
from pentameter.picture.queries.routes import Routes, routes
from pentameter.picture.sections import COUNTED, Section

__all__ = ["NoWaveYet", "Seen", "copy_chart", "export_picture", "rights_of", "show_section"]

Part = Live | Routes | Networks | Buyers | People | Protecting | Recorded | Laws | Estimates | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A page of the picture. `frame` is a `Picture` where the page counts reports; `part` is what it has besides."""

    section: Section
    frame: Frame
    part: Part


@transaction.atomic
def show_section(*, section: Section, asked: Asked, by: Actor, at: datetime, today: date) -> Seen:
    """One page of the picture of a wave, as the actor may see it. The register of laws writes its own row."""
    seen = _seen(section, asked, by, at, today)
    if isinstance(seen.part, Networks) and seen.part.shown:
        looked(Event.NETWORK_SHOWN, by=by, kind="thing", ids=[node.id for node in seen.part.shown])
    elif not isinstance(seen.part, Laws):
        shown = [str(line.id) for line in seen.frame.latest] if isinstance(seen.frame, Picture) else []
        _remember(Event.PICTURE_SHOWN, seen.frame, by, {"section": section.value, "reports": shown})
    return seen


@transaction.atomic
def copy_chart(*, name: str, asked: Asked, by: Actor, at: datetime, today: date) -> Chart:
    """One chart of the picture, to be carried away.

    Raises:
        Refused: there is no such chart, or it was asked for with filters that make no sense.
    """
    section = chart_list.section_of(name)
    if section is None:
        raise never_was()
    seen = _seen(section, asked, by, at, today)
    if seen.frame.asked.problems:
        raise Refused(" ".join(seen.frame.asked.problems))
    make = chart_list.charts_of(seen.frame, seen.part).get(name)
    if make is None:
        raise never_was()
    _remember(Event.PICTURE_EXPORTED, seen.frame, by, {"chart": name})
    return make()


@transaction.atomic
def export_picture(*, asked: Asked, by: Actor, at: datetime, today: date) -> str:
    """The picture as a single file: figures only, so that no report's words travel without its handling code."""
    require(decide(by, Operation.VIEW_PICTURE))
    found = picture(asked, by, replace(rights_of(by), reads=False), at=at, today=today)
    _remember(Event.PICTURE_EXPORTED, found, by, {"chart": ""})
    return standalone.as_file(found, live(found, by), by)


def rights_of(by: Actor) -> Rights:
    """What an actor may know of counts."""
    sees_all = decide(by, Operation.COUNT_WITHHELD).allowed
    return Rights(
        sees_all=sees_all,
        reads=decide(by, Operation.READ_REPORT).allowed,
        sees_quarantine=sees_all or decide(by, Operation.VIEW_INTAKE).allowed,
        sees_small=decide(by, Operation.SEE_SMALL_NUMBERS).allowed,
    )


def _seen(section: Section, asked: Asked, by: Actor, at: datetime, today: date) -> Seen:
    require(decide(by, Operation.VIEW_PICTURE))
    require(decide(by, section.operation))
    found = frame(asked, rights_of(by), at=at, today=today, with_first=section is Section.OVERVIEW)
    if section in COUNTED:
        latest = LATEST if section is Section.TRENDS and found.rights.reads else 0
        found = counted_in(found, by, latest=latest)
    return Seen(section, found, _part(section, found, by))


def _part(section: Section, found: Frame, by: Actor) -> Part:
    match section:
        case Section.OVERVIEW:
            return live(found, by)
        case Section.ROUTES:
            return routes(found, by)
        case Section.NETWORKS:
            return networks(found, by)
        case Section.DEMAND:
            return buyers(found, by)
        case Section.PEOPLE:
            return people(found)
        case Section.PROTECTION:
            return protecting(found)
        case Section.OUTCOMES:
            return recorded(found, by)
        case Section.LAW:
            return laws(found, by)
        case Section.ESTIMATES:
            return estimates(by)
        case _:
            return None


def _remember(event: Event, found: Frame, by: Actor, detail: Mapping[str, object]) -> None:
    narrowed = found.asked.parameters()
    record(event, by=by, subject=("wave", found.wave.id), detail={"narrowed": narrowed, **detail})
