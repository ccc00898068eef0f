"""The cast: the people that tests are told about. All are invented.

Each function gives a kernel `Actor`, without a database. `in_database(person)` makes the person exist with their
agency, membership and second factor; `sign_in(client, person)` does that and signs a Django test client in as them.
"""

import time
import uuid
from dataclasses import replace

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from pentameter.accounts.middleware import SEEN_AT, SIGNED_IN_AT
from pentameter.accounts.models import Agency, Membership, User
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, AgencySector, Jurisdiction, Role
from pentameter.work.api import fresh_key

PASSWORD = "a long sentence for tests 2007"
_CAST = uuid.UUID("6f1c2f0e-0000-4000-8000-000000002007")


def durham_constable() -> Actor:
    """Reports from Durham."""
    return _person("Aidan Thornley", Role.FORCE_OFFICER, "durham")


def durham_sergeant() -> Actor:
    """Supervises Durham's constables."""
    return _person("Bridget Marwood", Role.FORCE_SUPERVISOR, "durham")


def cleveland_sergeant() -> Actor:
    """Supervises in the force next door."""
    return _person("Callum Redfern", Role.FORCE_SUPERVISOR, "cleveland")


def garda() -> Actor:
    """Reports from the other state."""
    return _person("Deirdre Halloran", Role.FORCE_OFFICER, "garda", jurisdiction=Jurisdiction.IRELAND)


def national_analyst() -> Actor:
    """Makes the one picture."""
    return _person("Esther Lindqvist", Role.NATIONAL_ANALYST, "national-centre", AgencySector.NATIONAL_CENTRE)


def caseworker() -> Actor:
    """Works for a support organisation."""
    return _person("Farida Okonjo", Role.CASEWORKER, "northern-support", AgencySector.SUPPORT)


def duty_desk() -> Actor:
    """Answers the telephone at night."""
    return _person("Gareth Pugh", Role.DUTY_DESK, "national-centre", AgencySector.NATIONAL_CENTRE)


def decision_maker() -> Actor:
    """Decides on grounds."""
    return _person("Harriet Osei", Role.DECISION_MAKER, "competent-authority", AgencySector.COMPETENT_AUTHORITY)


def removals_officer() -> Actor:
    """Asks before removing anyone."""
    sector = AgencySector.IMMIGRATION_ENFORCEMENT
    return _person("Ivor Caldwell", Role.REMOVALS_OFFICER, "immigration-enforcement", sector)


def prosecutor() -> Actor:
    """Reads what was released to prosecutors."""
    return _person("Jasmine Adeyemi", Role.PROSECUTOR, "prosecution-england-wales", AgencySector.PROSECUTION)


def statistician() -> Actor:
    """Makes tables that identify nobody."""
    return _person("Konrad Bielski", Role.STATISTICIAN, "statistics-unit", AgencySector.STATISTICS)


def second_statistician() -> Actor:
    """Signs what the first one made."""
    return _person("Kerensa Vane", Role.STATISTICIAN, "statistics-unit", AgencySector.STATISTICS)


def editor() -> Actor:
    """Writes bulletins."""
    return _person("Lorna Fairbairn", Role.EDITOR, "national-centre", AgencySector.NATIONAL_CENTRE)


def moderator() -> Actor:
    """Reads comments."""
    return _person("Marek Dudek", Role.MODERATOR, "national-centre", AgencySector.NATIONAL_CENTRE)


def second_moderator() -> Actor:
    """Looks again where another moderator decided."""
    return _person("Ffion Bevan", Role.MODERATOR, "national-centre", AgencySector.NATIONAL_CENTRE)


def third_moderator() -> Actor:
    """Answers an appeal in which two others had a part."""
    return _person("Rowan Achterberg", Role.MODERATOR, "national-centre", AgencySector.NATIONAL_CENTRE)


def auditor() -> Actor:
    """Reads who looked."""
    return _person("Nuala Brennan", Role.AUDITOR, "oversight", AgencySector.OVERSIGHT)


def administrator() -> Actor:
    """Keeps accounts and sees no case."""
    return _person("Owen Trevelyan", Role.ADMINISTRATOR, "national-centre", AgencySector.NATIONAL_CENTRE)


def outsider() -> Actor:
    """An officer of a force that has nothing to do with it."""
    return _person("Petra Savage", Role.FORCE_OFFICER, "kent")


def durham_system() -> Actor:
    """Durham's own system, signed in by token."""
    return _person("Durham records system", Role.AGENCY_SYSTEM, "durham", second_factor=False)


EVERYONE = (
    durham_constable,
    durham_sergeant,
    cleveland_sergeant,
    garda,
    national_analyst,
    caseworker,
    duty_desk,
    decision_maker,
    removals_officer,
    prosecutor,
    statistician,
    editor,
    moderator,
    auditor,
    administrator,
    outsider,
)
"""Everyone who can sign in."""


def in_database(person: Actor, *, password: str = "") -> User:
    """The person's account with agency, membership and, unless their actor has none, a second factor."""
    user, made = User.objects.get_or_create(
        id=uuid.UUID(person.id),
        defaults={"username": _username(person), "email": f"{_username(person)}@example.org", "name": person.name},
    )
    if made:
        Membership.objects.create(user=user, agency=agency(person), role=person.role.value, began_at=clock.now())
        user.set_password(password or PASSWORD)
        user.save()
    if person.second_factor and not Authenticator.objects.filter(user=user).exists():
        TOTP.activate(user, generate_totp_secret())
    return user


def agency(person: Actor) -> Agency:
    """The person's agency, made as their actor describes it if it is not there."""
    made, _ = Agency.objects.get_or_create(
        slug=person.agency,
        defaults={
            "name": person.agency.replace("-", " ").title(),
            "sector": person.sector.value if person.sector else AgencySector.POLICE.value,
            "jurisdiction": (person.jurisdiction or Jurisdiction.ENGLAND_WALES).value,
        },
    )
    return made


def sign_in(client: Client, person: Actor) -> Client:
    """Sign `client` in as the person: with their second factor, unless their actor has none."""
    user = in_database(person)
    client.force_login(user, backend="pentameter.accounts.backends.SignedIn")
    session = client.session
    methods = [{"method": "password", "at": time.time(), "username": user.username}]
    if person.second_factor:
        methods.append({"method": "mfa", "at": time.time(), "type": "totp"})
    session[AUTHENTICATION_METHODS_SESSION_KEY] = methods
    session["account_authentication_methods_user"] = str(user.pk)
    session[SIGNED_IN_AT] = session[SEEN_AT] = time.time()
    session.save()
    return client


def without_second_factor(person: Actor) -> Actor:
    """The same person, signed in by password alone."""
    return replace(person, second_factor=False, factor_at=None)


def post(client: Client, path: str, data: dict[str, object] | None = None) -> object:
    """Send a form as the page would: with a fresh idempotency key."""
    return client.post(path, {"idempotency_key": fresh_key(), **(data or {})})


def _username(person: Actor) -> str:
    return f"{person.agency}.{person.name.split()[0]}".lower()


def _person(
    name: str,
    role: Role,
    agency_slug: str,
    sector: AgencySector = AgencySector.POLICE,
    *,
    jurisdiction: Jurisdiction = Jurisdiction.ENGLAND_WALES,
    second_factor: bool = True,
) -> Actor:
    return Actor(
        id=str(uuid.uuid5(_CAST, name)),
        role=role,
        agency=agency_slug,
        sector=sector,
        jurisdiction=jurisdiction,
        second_factor=second_factor,
        factor_at=clock.now() if second_factor else None,
        name=name,
    )
