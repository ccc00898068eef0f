"""People: adding them, moving them from agency to agency, closing their accounts, letting them in again."""

from dataclasses import dataclass
from uuid import UUID

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import IntegrityError, transaction
from django.urls import reverse

from pentameter.access.api import Operation, Subject, decide
from pentameter.accounts import rules
from pentameter.accounts.models import Membership, User
from pentameter.accounts.queries import people as queries
from pentameter.accounts.services.sessions import end_all_sessions
from pentameter.audit.api import Event, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.verdict import Refused, require


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What must be known of a person before they can sign in."""

    username: str
    name: str
    email: str
    agency: str
    role: Role


@dataclass(frozen=True, slots=True)
class Link:
    """A one-time link to set a password: both parts of its address. It is shown once and kept nowhere."""

    user_id: UUID
    uid: str
    key: str

    @property
    def path(self) -> str:
        """Its address on the staff door."""
        return reverse("account_reset_password_from_key", kwargs={"uidb36": self.uid, "key": self.key})


@transaction.atomic
def add_person(*, person: NewPerson, by: Actor) -> Link:
    """Add a person in a role at an agency, and give the link by which they set their password."""
    require(decide(by, Operation.MANAGE_PEOPLE, Subject("agency", person.agency, owner_agency=person.agency)))
    require(rules.may_hold(person.role, _place(person.agency)))
    try:
        with transaction.atomic():
            user = User.objects.create_user(person.username, person.email, person.name)
    except IntegrityError as error:
        raise Refused("Someone has this username or e-mail address already.", conflict=True) from error
    Membership.objects.create(user=user, agency_id=person.agency, role=person.role, began_at=clock.now())
    detail = {"agency": person.agency, "role": person.role.value}
    record(Event.PERSON_ADDED, by=by, subject=("person", user.pk), detail=detail)
    return _link(user)


@transaction.atomic
def move_person(*, user_id: UUID, agency: str, role: Role, by: Actor, seen: int | None = None) -> None:
    """End a person's membership and begin the next: one agency at a time. Their sessions end with it.

    `seen` is the membership that the form was drawn from: if it is no longer the current one, nothing is done.
    """
    standing = _standing(user_id, by)
    require(rules.may_move(standing, role, _place(agency)))
    now = clock.now()
    current = Membership.objects.select_for_update().get(user_id=user_id, ended_at=None)
    if seen is not None and current.pk != seen:
        raise Refused("Someone else moved this person meanwhile. Look at their page and try again.", conflict=True)
    Membership.objects.filter(pk=current.pk).update(ended_at=now)
    Membership.objects.create(user_id=user_id, agency_id=agency, role=role, began_at=now)
    ended = end_all_sessions(user_id)
    detail = {"from": [standing.agency, standing.role.value], "to": [agency, role.value], "sessions_ended": ended}
    record(Event.PERSON_MOVED, by=by, subject=("person", user_id), detail=detail)


@transaction.atomic
def close_person(*, user_id: UUID, by: Actor) -> None:
    """Close an account for good: membership, sessions, password, second factors and agency sign-ins all end."""
    require(rules.may_close(_standing(user_id, by), by=by))
    end_account(user_id, by=by)


def end_account(user_id: UUID, *, by: Actor) -> None:
    """End all of an account. Part of an act that was allowed."""
    user = User.objects.select_for_update().get(pk=user_id)
    user.is_active = False
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    Membership.objects.filter(user_id=user_id, ended_at=None).update(ended_at=clock.now())
    _forget_factors(user_id)
    SocialAccount.objects.filter(user_id=user_id).delete()
    ended = end_all_sessions(user_id)
    record(Event.PERSON_CLOSED, by=by, subject=("person", user_id), detail={"sessions_ended": ended})


@transaction.atomic
def give_link(*, user_id: UUID, forget_factors: bool, by: Actor) -> Link:
    """Give a one-time link to set a password. The old password and all sessions end at once, and earlier links too.

    With `forget_factors` the second factors go as well, for someone who lost their telephone.
    """
    require(rules.may_give_link(_standing(user_id, by), by=by))
    user = User.objects.select_for_update().get(pk=user_id)
    user.set_unusable_password()
    user.save(update_fields=["password"])
    if forget_factors:
        _forget_factors(user_id)
    detail = {"second_factors_forgotten": forget_factors, "sessions_ended": end_all_sessions(user_id)}
    record(Event.LINK_GIVEN, by=by, subject=("person", user_id), detail=detail)
    return _link(user)


def _standing(user_id: UUID, by: Actor) -> rules.Standing:
    standing = queries.standing(user_id)
    if standing is None:
        raise Refused("There is no such person.", hidden=True)
    subject = Subject("person", str(user_id), owner_agency=standing.agency)
    require(decide(by, Operation.MANAGE_PEOPLE, subject))
    return standing


def _place(slug: str) -> rules.Place:
    place = queries.place(slug)
    if place is None:
        raise Refused("There is no such agency.")
    return place


def _forget_factors(user_id: UUID) -> None:
    Authenticator.objects.filter(user_id=user_id).delete()


def _link(user: User) -> Link:
    return Link(user.pk, user_pk_to_url_str(user), PasswordResetTokenGenerator().make_token(user))
