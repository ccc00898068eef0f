"""The people of the demonstration: accounts for each role, all invented.

Their password is known to everyone, so a real installation refuses it (`rules.may_sign_in`), and `pentameter doctor`
says where such accounts are left.
"""

from dataclasses import dataclass
from uuid import UUID

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.conf import settings
from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.accounts.models import Membership, User
from pentameter.accounts.queries.people import demo_people
from pentameter.accounts.used_codes import was_used
from pentameter.audit.api import Event, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.verdict import Refused, require

PASSWORD = "demonstration-2007"  # noqa: S105 - published on purpose; refused outside a demonstration

_PEOPLE = (
    ("durham.constable", "Tom Ashworth", Role.FORCE_OFFICER, "durham"),
    ("garda.officer", "Niamh Corrigan", Role.FORCE_OFFICER, "garda"),
    ("cleveland.sergeant", "Priya Raman", Role.FORCE_SUPERVISOR, "cleveland"),
    ("national.analyst", "Helena Brandt", Role.NATIONAL_ANALYST, "national-centre"),
    ("northern.caseworker", "Grace Mensah", Role.CASEWORKER, "northern-support"),
    ("shoreline.caseworker", "Isla Drummond", Role.CASEWORKER, "shoreline-refuge"),
    ("cuan.caseworker", "Aoife Brannigan", Role.CASEWORKER, "an-cuan"),
    ("duty.desk", "Rhys Morgan", Role.DUTY_DESK, "national-centre"),
    ("second.desk", "Sian Prosser", Role.DUTY_DESK, "national-centre"),
    ("decision.maker", "Samuel Okafor", Role.DECISION_MAKER, "competent-authority"),
    ("second.decision.maker", "Meera Sandhu", Role.DECISION_MAKER, "competent-authority"),
    ("removals.officer", "Claire Dunmore", Role.REMOVALS_OFFICER, "immigration-enforcement"),
    ("prosecutor", "Imran Sheikh", Role.PROSECUTOR, "prosecution-england-wales"),
    ("second.prosecutor", "Ruth Ellerby", Role.PROSECUTOR, "prosecution-england-wales"),
    ("statistician", "Wen Zhao", Role.STATISTICIAN, "statistics-unit"),
    ("second.statistician", "Bronagh Teague", Role.STATISTICIAN, "statistics-unit"),
    ("editor", "Orla Fitzsimmons", Role.EDITOR, "national-centre"),
    ("second.editor", "Bryn Cadwaladr", Role.EDITOR, "national-centre"),
    ("moderator", "David Kowal", Role.MODERATOR, "national-centre"),
    ("second.moderator", "Ffion Tudor", Role.MODERATOR, "national-centre"),
    ("third.moderator", "Maeve Loughlin", Role.MODERATOR, "national-centre"),
    ("auditor", "Margaret Sinclair", Role.AUDITOR, "oversight"),
    ("administrator", "Leon Hartley", Role.ADMINISTRATOR, "national-centre"),
)
"""Those whose accounts are offered to a reader."""
_OFFICERS = (
    ("metropolitan.officer", "Yusuf Abara", Role.FORCE_OFFICER, "metropolitan"),
    ("west-midlands.officer", "Harpreet Gill", Role.FORCE_OFFICER, "west-midlands"),
    ("scotland.officer", "Eilidh Farquhar", Role.FORCE_OFFICER, "police-scotland"),
    ("northumbria.officer", "Joan Armitage", Role.FORCE_OFFICER, "northumbria"),
    ("northern-ireland.officer", "Conor McAteer", Role.FORCE_OFFICER, "northern-ireland"),
    ("kent.officer", "Lucy Wragg", Role.FORCE_OFFICER, "kent"),
    ("greater-manchester.officer", "Danny Sutcliffe", Role.FORCE_OFFICER, "greater-manchester"),
    ("west-yorkshire.officer", "Shazia Nawaz", Role.FORCE_OFFICER, "west-yorkshire"),
    ("south-wales.officer", "Gethin Prys", Role.FORCE_OFFICER, "south-wales"),
    ("scotland.prosecutor", "Morag Kinnaird", Role.PROSECUTOR, "prosecution-scotland"),
    ("northern-ireland.prosecutor", "Declan Magowan", Role.PROSECUTOR, "prosecution-northern-ireland"),
    ("ireland.prosecutor", "Sorcha Tiernan", Role.PROSECUTOR, "prosecution-ireland"),
)
"""Those who registered the demonstration's rescues for other forces, and prosecutors of the other jurisdictions."""


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """An account that a reader of the demonstration may use."""

    role: Role
    username: str
    password: str
    name: str
    agency: str


@transaction.atomic
def seed_demo_people(*, by: Actor) -> tuple[DemoAccount, ...]:
    """Add the people of the demonstration that are not there yet, each with a second factor, and list all of them.

    The agencies must be there: `seed_agencies` comes first.
    """
    if not settings.IS_DEMO:
        raise Refused("A real installation has no demonstration accounts.")
    require(decide(by, Operation.MANAGE_PEOPLE))
    known = set(User.objects.values_list("username", flat=True))
    added = [_add(*person) for person in (*_PEOPLE, *_OFFICERS) if person[0] not in known]
    if added:
        record(Event.DEMO_PEOPLE_SEEDED, by=by, detail={"ids": [str(one.pk) for one in added]})
    return demo_accounts()


def demo_accounts() -> tuple[DemoAccount, ...]:
    """The accounts that the sign-in page of a demonstration offers. None in a real installation."""
    if not settings.IS_DEMO:
        return ()
    offered = {person[0] for person in _PEOPLE}
    lines = (one for one in demo_people() if one.username in offered)
    return tuple(DemoAccount(one.role, one.username, PASSWORD, one.name, one.agency.name) for one in lines)


def current_code(user_id: UUID) -> str:
    """The code that the app of a demonstration's account shows now, or the next that was not used. Empty otherwise."""
    held = Authenticator.objects.filter(user_id=user_id, user__is_demo=True, type=Authenticator.Type.TOTP).first()
    if not settings.IS_DEMO or held is None:
        return ""
    secret = get_adapter().decrypt(held.data["secret"])
    step = int(clock.now().timestamp()) // 30
    codes = [format_hotp_value(hotp_value(secret, counter)) for counter in (step, step + 1, step - 1)]
    unused = (code for code in codes if not was_used(user_id, code))
    return str(next(unused, codes[0]))


def _add(username: str, name: str, role: Role, agency: str) -> User:
    user = User.objects.create_user(username, f"{username}@demonstration.example", name, PASSWORD)
    User.objects.filter(pk=user.pk).update(is_demo=True)
    Membership.objects.create(user=user, agency_id=agency, role=role, began_at=clock.now())
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)
    return user
