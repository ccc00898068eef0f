"""What stands behind the doors when everybody asks: a case in every state, and one of everything else.

Everything that is sealed holds a canary of `tests/decisions/firewall/seeds.py`. All people are invented.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from uuid import UUID, uuid4

from django.test import Client
from tests.decisions.firewall import seeds

import cast
from bulletins import moderating, people
from bulletins.editing import ground as editing
from bulletins.tipdesk import scene as tipdesk
from decisions import ground as lists
from entities import scene as entities
from intelligence import ground as reports
from justice import ground as justice
from pentameter.accounts.models import AgencyToken
from pentameter.audit.api import Event
from pentameter.audit.models import Entry
from pentameter.bulletins.moderation.rules.acts import Act
from pentameter.decisions.models import CourtSide, Matter
from pentameter.intelligence.models import Mention, QuarantinedRow, Report
from pentameter.justice.models import Participation, PipelineEvent
from pentameter.kernel import clock
from pentameter.oversight.models import Flag, Sample, SampledLook
from pentameter.oversight.rules.patterns import Pattern
from pentameter.victims.models import (
    Alert,
    Attachment,
    Case,
    CaseEvent,
    CaseImport,
    Consent,
    NeedToKnow,
    Referral,
    Restoration,
    SupportEntry,
)
from pentameter.victims.rules.alerts import ENDING, RESCUE
from pentameter.victims.rules.cases import CaseState, NeedKind
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.rules.erasure import Why
from pentameter.victims.rules.support import FlagKind
from pentameter.victims.services import flags
from pentameter.victims.services.consent import Saying, record_consent
from pentameter.victims.services.erasure import agree_erasure, ask_erasure
from pentameter.victims.services.knowing import break_glass
from proofs.let_in.canaries import marked, word
from proofs.let_in.people import ELSEWHERE, READERS, Reader, in_database
from proofs.let_in.policy import Record
from releases import scene as releases
from scale import scene as scale

REPORT, GARDA_REPORT, INVESTIGATION, LIST, IMPORTED = 91, 92, 93, 94, 95
"""Numbers of canaries of what is no case of the scene's own, and of the case that was imported."""
TAKE_PART = frozenset({"north-yorkshire", "cleveland"})
"""Who takes part in the wave beside Durham."""
POLICE = frozenset({"durham", "cleveland", "garda", "kent", "north-yorkshire"})
CENTRE = "national-centre"
NORTHERN = "northern-support"
NO_RECORD = Record("", "", {"kind": "csv"})
"""For addresses that name none."""
_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Scene:
    """Records by family, the last of which never was; and who is signed in already."""

    records: dict[str, tuple[Record, ...]]
    clients: dict[Reader, tuple[Client, dict[str, str]]] = field(default_factory=dict)

    @property
    def marked(self) -> dict[int, Record]:
        """Records by the number of their canaries."""
        return {one.mark: one for found in self.records.values() for one in found if one.mark}

    def of(self, family: str) -> tuple[Record, ...]:
        """Everything that an address of this family is asked about."""
        return self.records[family]


def scene(*, whole: bool = True) -> Scene:
    """Everything. `whole` False: the cases in fewer states."""
    edition = releases.begun(releases.a_wave())
    in_database()
    lists.stage()
    seeds.other_organisation()
    cases = [make() for make in (CASES if whole else SOME_CASES)]
    found = [*cases, *_sent(), *_judged(), *_investigated(), *_listed(), *_house(), *_published(edition)]
    found += [*_numbers(), *_overseen()]
    families: dict[str, list[Record]] = {}
    for one in found:
        families.setdefault(one.family, []).append(one)
    return Scene({name: (*made, never_was(made[0])) for name, made in families.items()} | {"": (NO_RECORD,)})


def never_was(like: Record) -> Record:
    """The same places, filled in with what never was."""
    places = {name: _another(value) for name, value in like.places.items()}
    return Record(like.family, "never was", places, never_was=True)


def _another(value: str) -> str:
    if value.isdigit():
        return "999999"
    try:
        UUID(value)
    except ValueError:
        absent = "NO-SUCH-LAW" if value.isupper() else "nowhere-at-all"
        return value if value in KEPT_WORDS else absent
    return str(uuid4())


KEPT_WORDS = frozenset({"risk", "note", "summary", "html", "svg", "csv", "arrested", "cy"})
"""Words of an address that are no identifiers: what never was has them too."""


_marks = count(1)


def furnished() -> UUID:
    """A case of Durham's that Northern Support supports, with everything in it, and nobody who works with her."""
    number = next(_marks)
    with marked(number):
        case_id = seeds.rescued()
        seeds.consents(case_id)
        seeds.referred(case_id)
    with marked(number, help_as="support"):
        seeds.helped(case_id)
        flag = flags.Flag(FlagKind.DO_NOT_CALL, f"again {seeds.HELP}", clock.today())
        flags.raise_flag(case_id=case_id, flag=flag, by=cast.caseworker())
    with marked(number, help_as="note"):
        seeds.happened(case_id)
    with marked(number, word_as="draft"):
        seeds.decided(case_id)
    with marked(number, help_as="court"):
        seeds.in_court(case_id)
    NeedToKnow.objects.filter(case_id=case_id).update(ended_at=clock.now())
    _numbers_of[case_id] = number
    return case_id


_numbers_of: dict[UUID, int] = {}


def _elsewhere() -> UUID:
    case_id = furnished()
    Case.objects.filter(pk=case_id).update(agency_id="garda", support_agency_id=ELSEWHERE)
    return case_id


def _record(name: str, case_id: UUID, **facts: object) -> Record:
    row = Case.objects.get(pk=case_id)
    given = {
        "agency": row.agency_id,
        "supported_by": row.support_agency_id or "",
        "state": row.state,
        "reference": row.reference,
        **facts,
    }
    return Record("case", name, _places(case_id), **given, mark=_numbers_of[case_id])


def _places(case_id: UUID) -> dict[str, str]:
    """What fills in every address of a case: the ids of what lies in it."""
    inside = {"case_id": case_id}
    entries = dict(SupportEntry.objects.filter(case_id=case_id).order_by("made_at").values_list("kind", "id"))
    for place, model in (
        *(("need_id", NeedToKnow), ("consent_id", Consent), ("event_id", CaseEvent), ("file_id", Attachment)),
        *(("referral_id", Referral), ("matter_id", Matter), ("court", CourtSide)),
    ):
        inside[place] = model.objects.filter(case_id=case_id).values_list("pk", flat=True).first() or uuid4()
    found = {place: str(value) for place, value in inside.items()}
    found |= {kind: str(value) for kind, value in entries.items()}
    return found | {"kind": "risk"}


def _needs(
    case_id: UUID, kind: NeedKind, *, people: tuple[str, ...], until: timedelta | None = None, ended: bool = False
) -> frozenset[str]:
    """Rows that say of these people that they need to know, whatever their role."""
    now = clock.now()
    rows = [
        NeedToKnow(
            case_id=case_id,
            person=one,
            kind=kind.value,
            purpose="to help",
            began_at=now - 5 * _HOUR,
            given_by=cast.duty_desk().id,
            until=None if until is None else now + until,
            ended_at=now - _HOUR if ended else None,
        )
        for one in people
    ]
    NeedToKnow.objects.bulk_create(rows)
    return frozenset(people)


EVERYBODY = tuple(one.id for one in READERS if one.actor and not one.token)


def unsupported() -> Record:
    """Registered, and nobody supports her yet."""
    case_id = furnished()
    Case.objects.filter(pk=case_id).update(support_agency_id=None)
    return _record("registered, not supported", case_id)


def supported() -> Record:
    """Of Durham's, supported by Northern Support."""
    return _record("of one's own agency", furnished())


def elsewhere() -> Record:
    """Of other agencies."""
    return _record("of another agency", _elsewhere())


def assigned() -> Record:
    """With a row that says of everybody that they work with her."""
    case_id = _elsewhere()
    return _record("assigned", case_id, assigned=_needs(case_id, NeedKind.ASSIGNED, people=EVERYBODY))


def no_longer_assigned() -> Record:
    """With rows of assignments that were ended."""
    case_id = _elsewhere()
    _needs(case_id, NeedKind.ASSIGNED, people=EVERYBODY, ended=True)
    return _record("no longer assigned", case_id)


def shared() -> Record:
    """Shared with everybody, whatever their role."""
    case_id = _elsewhere()
    return _record("shared to me", case_id, needs=_needs(case_id, NeedKind.SHARE, people=EVERYBODY, until=_HOUR))


def share_expired() -> Record:
    """Shared until a moment that is over."""
    case_id = _elsewhere()
    _needs(case_id, NeedKind.SHARE, people=EVERYBODY, until=-_HOUR)
    return _record("share expired", case_id)


def share_revoked() -> Record:
    """Shared, and ended by hand."""
    case_id = _elsewhere()
    _needs(case_id, NeedKind.SHARE, people=EVERYBODY, until=_HOUR, ended=True)
    return _record("share revoked", case_id)


def share_without_consent() -> Record:
    """Shared, and then she said no to sharing."""
    case_id = _elsewhere()
    _needs(case_id, NeedKind.SHARE, people=EVERYBODY, until=_HOUR)
    record_consent(case_id=case_id, saying=Saying(Purpose.SHARE, Said.REFUSED), by=cast.duty_desk())
    return _record("share without her consent", case_id)


def shared_to_a_colleague() -> Record:
    """Shared with one of each agency, and not with the others of it."""
    case_id = _elsewhere()
    chosen = tuple(one.id for one in READERS if one.name.startswith(("another constable", "a colleague")))
    return _record("shared to a colleague", case_id, needs=_needs(case_id, NeedKind.SHARE, people=chosen, until=_HOUR))


def glass_broken() -> Record:
    """Everybody broke the glass an hour ago."""
    case_id = _elsewhere()
    return _record(
        "break-glass live", case_id, needs=_needs(case_id, NeedKind.BREAK_GLASS, people=EVERYBODY, until=_HOUR)
    )


def glass_over() -> Record:
    """Everybody broke the glass, and the four hours are over."""
    case_id = _elsewhere()
    _needs(case_id, NeedKind.BREAK_GLASS, people=EVERYBODY, until=-_HOUR)
    return _record("break-glass over", case_id)


def closed() -> Record:
    """Closed: it takes nothing more, and is read as before."""
    case_id = furnished()
    Case.objects.filter(pk=case_id).update(state=CaseState.CLOSED.value, closed_on=clock.today())
    return _record("closed", case_id)


def erased() -> Record:
    """Erased by two people."""
    case_id = furnished()
    purpose = "she asked for it"
    ask_erasure(case_id=case_id, why=Why.SHE_ASKS, was_told=True, purpose=purpose, by=cast.caseworker())
    agree_erasure(case_id=case_id, purpose=purpose, by=cast.duty_desk())
    return _record("erased", case_id)


SOME_CASES: tuple[Callable[[], Record], ...] = (supported, shared, share_expired)
CASES: tuple[Callable[[], Record], ...] = (
    *(unsupported, supported, elsewhere, assigned, no_longer_assigned, shared, share_expired, share_revoked),
    *(share_without_consent, shared_to_a_colleague, glass_broken, glass_over, closed, erased),
)


def _sent() -> list[Record]:
    """What Durham sent: a report for all police with its original and source, a row in quarantine."""
    wave = reports.wave()
    kinds = {"original_text": "original", "source_identity": "source", "person1_name": "mention"}
    sealed = {field: f"Mira {word(kind, REPORT)}" for field, kind in kinds.items()}
    rows = [reports.full(7, **sealed), reports.bad(8)]
    card = reports.sent(reports.csv_of(rows), wave, by=cast.durham_constable())
    report = Report.objects.get(own_reference="DUR-00007")
    mention = Mention.objects.filter(report=report, kind="person").get()
    row = QuarantinedRow.objects.get(file_id=card.id)
    wider = POLICE | {CENTRE, cast.prosecutor().agency}
    return [
        Record("file", "Durham's", {"file_id": str(card.id), "row_id": str(row.id)}, agency="durham"),
        Record(
            "report", "Durham's, for all police", {"report_id": str(report.id)}, "durham", given_to=wider, mark=REPORT
        ),
        Record("thing", "in Durham's report", _thing(mention.id), "durham", given_to=wider),
        Record("wave", "of the operation", {"wave_id": str(wave), "section": "summary"}),
        Record("part", "Durham's part", {"wave_id": str(wave), "slug": "durham"}, "durham", given_to=TAKE_PART),
        Record("operation", "the operation", {"slug": "demo"}),
        Record("template", "of reports", {"kind": "reports", "ending": "csv"}),
    ]


def _thing(mention: UUID) -> dict[str, str]:
    return {"mention_id": str(mention), "thing_id": str(mention), "link_id": str(uuid4())}


def _judged() -> list[Record]:
    """Two reports that may mean one woman: Cleveland's for all police, the Garda's for the centre alone."""
    seen = entities.scene(theirs={"person1_name": f"Elira {word('mention', GARDA_REPORT)}"})
    theirs = Mention.objects.get(pk=seen.theirs).report_id
    at_centre = frozenset({CENTRE})
    return [
        Record("pair", "of Cleveland and the Garda", {"pair_id": str(seen.pair)}, given_to=at_centre),
        Record(
            "report",
            "the Garda's, for the centre",
            {"report_id": str(theirs)},
            "garda",
            given_to=at_centre,
            mark=GARDA_REPORT,
        ),
        Record("thing", "in the Garda's report", _thing(seen.theirs), "garda", given_to=at_centre),
    ]


def _investigated() -> list[Record]:
    """Durham's investigation, sent to prosecutors, with a suspect who was arrested."""
    inside = justice.investigation(name="Hornbeam")
    suspect = justice.suspect(inside, name=f"Ignatius {word('suspect', INVESTIGATION)}")
    justice.arrested(suspect)
    event = PipelineEvent.objects.filter(suspect_id=suspect).values_list("pk", flat=True)[0]
    places = {"investigation_id": str(inside), "suspect_id": str(suspect), "event_id": str(event), "kind": "arrested"}
    given = frozenset(Participation.objects.filter(investigation_id=inside).values_list("agency_id", flat=True))
    return [
        Record("investigation", "Durham's, sent to prosecutors", places, "durham", given_to=given, mark=INVESTIGATION)
    ]


def _listed() -> list[Record]:
    """A removal list that was checked, and a referral that waits elsewhere."""
    found = lists.checked(f"A1,{word('line', LIST)},Zorana,25/03/1991,f,Bulgarian,", *lists.OTHERS)
    places = {"list_id": str(found.id), "line_id": str(lists.line_of(found).id)}
    case_id = furnished()
    with marked(_numbers_of[case_id]):
        seeds.asked_elsewhere(case_id)
    referral = Referral.objects.filter(case_id=case_id, asked_id=ELSEWHERE, state="asked").latest("asked_at")
    to_desk = Alert.objects.filter(case_id=case_id, kind=RESCUE).values_list("pk", flat=True)[0]
    with marked(IMPORTED):
        seeds.imported()
    theirs = Case.objects.get(agency_id=NORTHERN).pk
    imports = CaseImport.objects.latest("pk")
    return [
        Record("list", "the removals officer's", places, agency=cast.removals_officer().agency, mark=LIST),
        Record("referral", "to an organisation elsewhere", {"referral_id": str(referral.pk)}, agency=ELSEWHERE),
        _record("asked of an organisation elsewhere", case_id, given_to=frozenset({ELSEWHERE})),
        Record("imported case", "Northern Support's", {"case_id": str(theirs)}, NORTHERN, NORTHERN, mark=IMPORTED),
        Record("alert", "to the desk", {"alert_id": str(to_desk)}),
        Record("alert", "to who supports her", {"alert_id": str(_ending(case_id))}, supported_by=NORTHERN),
        Record("import", "Northern Support's", {"import_id": str(imports.pk)}, agency=NORTHERN),
    ]


def _ending(case_id: UUID) -> UUID:
    """An alert that her protection could end soon."""
    made = {
        "kind": ENDING,
        "notice": 7,
        "agency_id": NORTHERN,
        "sentence": "Her protection could end.",
        "due_on": clock.today(),
    }
    return Alert.objects.create(case_id=case_id, key=f"{ENDING}:proof", raised_at=clock.now(), **made).pk


def _house() -> list[Record]:
    from pentameter.accounts import api as accounts
    from pentameter.kernel.actor import SYSTEM

    accounts.issue_token(agency="kent", label="x", expires_on=clock.today() + timedelta(days=9), by=SYSTEM)
    token = AgencyToken.objects.latest("issued_at")
    constable = cast.durham_constable().id
    return [
        Record("agency", "Durham", {"slug": "durham"}),
        Record("force", "Durham", {"slug": "durham"}, agency="durham"),
        Record("looked at", "Durham", {"agency": "durham"}, agency="durham"),
        Record("person", "Durham's constable", {"person_id": constable}, agency="durham"),
        Record("token", "Kent's", {"token_id": str(token.pk)}),
        Record("row", "the first of the record", {"seq": "1"}),
        Record("law", "in force", {"code": justice.TRAFFICKING}),
    ]


def _published(edition: UUID) -> list[Record]:
    """A story, a release on its way, a tip-off, a comment that a moderator removed."""
    from pentameter.bulletins.moderation.models import Decision

    story = editing.a_story()
    tip = tipdesk.opened()
    article = people.article()
    writer = people.reader()
    comment = people.comment(writer, "A thought of no use.")
    moderating.decided(comment, Act.REMOVE)
    decision = Decision.objects.latest("at")
    said = {"comment_id": comment.pk, "decision_id": decision.pk, "reader_id": writer.pk, "bulletin_id": article}
    return [
        Record("story", "being written", {"story_id": str(story), "language": "cy"}),
        Record("edition", "frozen", {"edition_id": str(edition)}),
        Record("tip", "opened", {"tip_id": str(tip.pk)}),
        Record("comment", "removed", {name: str(value) for name, value in said.items()}),
    ]


def _numbers() -> list[Record]:
    run = scale.sent()
    return [
        Record("run", "waiting", {"run_id": str(run)}),
    ]


def _overseen() -> list[Record]:
    """What a second person is to look at, of a constable and of a sergeant who may look herself; and a restore."""
    another = replace(cast.durham_sergeant(), id=str(uuid4()))
    watched = (("Durham's constable", cast.durham_constable()), ("Durham's sergeant", cast.durham_sergeant()))
    breaks = (*(("another sergeant of Durham's", another),), watched[1], ("the caseworker", cast.caseworker()))
    now = clock.now()
    week = clock.today() - timedelta(days=clock.today().weekday() + 7)
    sample = Sample.objects.create(agency_id="durham", week=week, seed="1", looks=2, drawn_at=now)
    found = []
    for number, (name, actor) in enumerate(watched, 1):
        flag = Flag.objects.create(
            person=actor.id,
            agency_id="durham",
            pattern=Pattern.UNCONNECTED.value,
            on=week,
            rows="1",
            raised_at=now,
            latest_at=now,
        )
        look = SampledLook.objects.create(sample=sample, seq=number, person=actor.id)
        found.append(Record("flag", f"of {name}", {"flag_id": str(flag.pk)}, "durham", about=actor.id))
        found.append(Record("sampled look", f"of {name}", {"look_id": str(look.pk)}, "durham", about=actor.id))
    for name, actor in breaks:
        break_glass(reference="no reference", purpose="a call from the hospital", by=actor)
        seq = Entry.objects.filter(event=Event.GLASS_BROKEN.value).latest("seq").seq
        found.append(Record("glass", f"broken by {name}", {"seq": str(seq)}, actor.agency, about=actor.id))
    restored = Restoration.objects.create(stands_for=now - _HOUR, restored_at=now)
    return [*found, Record("restore", "that nobody confirmed", {"restore_id": str(restored.pk)})]
