"""Adding, moving and closing people, and letting them in again."""

from uuid import UUID, uuid4

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import IntegrityError, transaction
from django.test import Client

import cast
from pentameter.accounts.models import Membership, User
from pentameter.accounts.queries.people import standing
from pentameter.accounts.services.people import NewPerson, add_person, close_person, give_link, move_person
from pentameter.accounts.services.sign_in import note_failed
from pentameter.audit.models import Entry, Head
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor, Role
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def agencies() -> None:
    for person in cast.EVERYONE:
        cast.agency(person())
    cast.in_database(cast.administrator())


def new(username: str = "ada.quill", agency: str = "durham", role: Role = Role.FORCE_OFFICER) -> NewPerson:
    return NewPerson(username, "Ada Quill", f"{username}@example.org", agency, role)


def last() -> Entry:
    return Entry.objects.order_by("-seq")[0]


def session_of(user: User) -> UserSession:
    client = Client()
    client.force_login(user, backend="pentameter.accounts.backends.SignedIn")
    return UserSession.objects.create(
        user=user, ip="192.0.2.1", session_key=client.session.session_key, user_agent="test"
    )


def test_a_person_is_added_without_a_password_and_with_a_link() -> None:
    link = add_person(person=new(), by=cast.administrator())
    user = User.objects.get(username="ada.quill")
    assert not user.has_usable_password()
    assert PasswordResetTokenGenerator().check_token(user, link.key)
    assert link.path.startswith("/sign-in/link/")
    row = last()
    assert (row.event, row.subject_id, row.actor) == ("person_added", str(user.pk), cast.administrator().id)
    assert link.key not in row.detail
    assert "Ada" not in row.detail


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (new(role=Role.REMOVALS_OFFICER), "Nobody at this agency can be a removals officer"),
        (new(agency="nowhere"), "There is no such agency"),
        (new(agency="northern-support"), "Nobody at this agency can be a force officer"),
    ],
)
def test_a_role_that_is_not_the_agencys_is_refused(person: NewPerson, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        add_person(person=person, by=cast.administrator())
    assert not User.objects.filter(username="ada.quill").exists()


def test_a_name_that_is_taken_is_a_conflict() -> None:
    add_person(person=new(), by=cast.administrator())
    with pytest.raises(Refused) as refusal:
        add_person(person=new(), by=cast.administrator())
    assert refusal.value.conflict


@pytest.mark.parametrize("person", [one for one in cast.EVERYONE if one is not cast.administrator])
def test_only_administrators_manage_people(person) -> None:
    by: Actor = person()
    target = cast.in_database(cast.garda()).pk
    for act in (
        lambda: add_person(person=new(), by=by),
        lambda: move_person(user_id=target, agency="durham", role=Role.FORCE_OFFICER, by=by),
        lambda: close_person(user_id=target, by=by),
        lambda: give_link(user_id=target, forget_factors=True, by=by),
    ):
        with pytest.raises(Refused):
            act()


def test_an_administrator_without_a_second_factor_may_not() -> None:
    with pytest.raises(Refused, match="second factor"):
        add_person(person=new(), by=cast.without_second_factor(cast.administrator()))


def test_the_command_line_may() -> None:
    assert add_person(person=new(), by=SYSTEM).user_id


def test_moving_ends_one_membership_and_begins_the_next() -> None:
    user = cast.in_database(cast.durham_constable())
    session = session_of(user)
    move_person(user_id=user.pk, agency="kent", role=Role.FORCE_SUPERVISOR, by=cast.administrator())
    spells = list(
        Membership.objects.filter(user=user).order_by("began_at").values_list("agency_id", "role", "ended_at")
    )
    assert [(slug, role, ended is None) for slug, role, ended in spells] == [
        ("durham", "force_officer", False),
        ("kent", "force_supervisor", True),
    ]
    assert not UserSession.objects.filter(pk=session.pk).exists()
    assert last().event == "person_moved"


def test_the_database_itself_allows_one_agency_at_a_time() -> None:
    user = cast.in_database(cast.durham_constable())
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(user=user, agency_id="kent", role=Role.FORCE_OFFICER, began_at=clock.now())


def test_a_move_drawn_from_an_old_page_is_a_conflict() -> None:
    user = cast.in_database(cast.durham_constable())
    seen = Membership.objects.get(user=user).pk
    admin = cast.administrator()
    move_person(user_id=user.pk, agency="kent", role=Role.FORCE_OFFICER, by=admin, seen=seen)
    with pytest.raises(Refused) as refusal:
        move_person(user_id=user.pk, agency="cleveland", role=Role.FORCE_OFFICER, by=admin, seen=seen)
    assert refusal.value.conflict


def test_closing_ends_everything() -> None:
    user = cast.in_database(cast.durham_constable())
    session_of(user)
    close_person(user_id=user.pk, by=cast.administrator())
    user.refresh_from_db()
    assert (user.is_active, user.has_usable_password()) == (False, False)
    assert not Authenticator.objects.filter(user=user).exists()
    assert not UserSession.objects.filter(user=user).exists()
    assert not Membership.objects.filter(user=user, ended_at=None).exists()
    assert standing(user.pk).active is False
    assert (last().event, last().detail) == ("person_closed", '{"sessions_ended":1}')
    with pytest.raises(Refused, match="closed already"):
        close_person(user_id=user.pk, by=cast.administrator())


def test_the_last_administrator_stays() -> None:
    admin = UUID(cast.administrator().id)
    with pytest.raises(Refused, match="last administrator"):
        close_person(user_id=admin, by=SYSTEM)
    with pytest.raises(Refused, match="last administrator"):
        move_person(user_id=admin, agency="national-centre", role=Role.EDITOR, by=SYSTEM)


def test_a_link_ends_the_old_password_the_sessions_and_earlier_links() -> None:
    user = cast.in_database(cast.durham_constable())
    session_of(user)
    first = give_link(user_id=user.pk, forget_factors=False, by=cast.administrator())
    second = give_link(user_id=user.pk, forget_factors=False, by=cast.administrator())
    user.refresh_from_db()
    tokens = PasswordResetTokenGenerator()
    assert (tokens.check_token(user, first.key), tokens.check_token(user, second.key)) == (False, True)
    assert not user.check_password(cast.PASSWORD)
    assert not UserSession.objects.filter(user=user).exists()
    assert Authenticator.objects.filter(user=user).exists()
    give_link(user_id=user.pk, forget_factors=True, by=cast.administrator())
    assert not Authenticator.objects.filter(user=user).exists()


def test_nobody_gives_themselves_a_link() -> None:
    admin = cast.administrator()
    with pytest.raises(Refused, match="yourself"):
        give_link(user_id=UUID(admin.id), forget_factors=True, by=admin)


def test_someone_who_never_was_is_hidden() -> None:
    with pytest.raises(Refused) as refusal:
        close_person(user_id=uuid4(), by=cast.administrator())
    assert refusal.value.hidden


@pytest.mark.parametrize("act", ["add", "move", "close", "link"])
def test_no_audit_row_no_act(act: str) -> None:
    user = cast.in_database(cast.durham_constable())
    before = (User.objects.count(), Membership.objects.count(), User.objects.get(pk=user.pk).password)

    note_failed(step="password")
    Head.objects.update(seq=0)  # the next row has the number of the first: it cannot be added
    by = cast.administrator()
    acts = {
        "add": lambda: add_person(person=new(), by=by),
        "move": lambda: move_person(user_id=user.pk, agency="kent", role=Role.FORCE_OFFICER, by=by),
        "close": lambda: close_person(user_id=user.pk, by=by),
        "link": lambda: give_link(user_id=user.pk, forget_factors=True, by=by),
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        acts[act]()
    assert (User.objects.count(), Membership.objects.count(), User.objects.get(pk=user.pk).password) == before
