"""Looking: every list and record that is shown leaves its row, with the ids that were shown."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, Reach, Subject, decide, reach
from pentameter.accounts import rules
from pentameter.accounts.queries import agencies, own, people, tokens
from pentameter.audit.api import Event, looked
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, Verdict, require


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person, and what the reader may do with their account."""

    person: people.Person
    may_manage: bool
    may_close: Verdict
    may_give_link: Verdict


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """An agency, and its tokens where the reader may see them."""

    agency: agencies.AgencyRow
    tokens: tuple[tokens.TokenLine, ...]
    may_manage_tokens: bool


@transaction.atomic
def list_people(*, narrowed: people.PeopleFilter, by: Actor) -> people.PeoplePage:
    """A page of people: all, or those of the reader's own agency."""
    require(decide(by, Operation.VIEW_PEOPLE))
    within = "" if reach(by, Operation.VIEW_PEOPLE) is Reach.ANY else by.agency
    page = people.people(replace(narrowed, within=within))
    looked(Event.PEOPLE_SHOWN, by=by, kind="person", ids=[line.id for line in page.lines])
    return page


@transaction.atomic
def everyone(*, by: Actor) -> tuple[people.PersonLine, ...]:
    """Everyone with an account, in order of name: for the command line."""
    require(decide(by, Operation.VIEW_PEOPLE))
    lines = people.everyone()
    looked(Event.PEOPLE_SHOWN, by=by, kind="person", ids=[line.id for line in lines])
    return lines


@transaction.atomic
def read_person(*, user_id: UUID, by: Actor) -> PersonPage:
    """One person's account."""
    person, standing = people.person(user_id), people.standing(user_id)
    if person is None or standing is None:
        raise Refused("There is no such person.", hidden=True)
    subject = Subject("person", str(user_id), owner_agency=standing.agency)
    require(decide(by, Operation.VIEW_PEOPLE, subject))
    looked(Event.PEOPLE_SHOWN, by=by, kind="person", ids=[user_id])
    return PersonPage(
        person=person,
        may_manage=decide(by, Operation.MANAGE_PEOPLE, subject).allowed,
        may_close=rules.may_close(standing, by=by),
        may_give_link=rules.may_give_link(standing, by=by),
    )


@transaction.atomic
def list_agencies(*, narrowed: agencies.AgencyFilter, by: Actor) -> tuple[agencies.AgencyRow, ...]:
    """The agencies of 2007 and today."""
    require(decide(by, Operation.VIEW_AGENCIES))
    rows = agencies.agency_rows(narrowed)
    looked(Event.AGENCIES_SHOWN, by=by, kind="agency", ids=[row.card.slug for row in rows])
    return rows


@transaction.atomic
def read_agency(*, slug: str, by: Actor) -> AgencyPage:
    """One agency."""
    require(decide(by, Operation.VIEW_AGENCIES, Subject("agency", slug, owner_agency=slug)))
    row = agencies.agency_row(slug)
    if row is None:
        raise Refused("There is no such agency.", hidden=True)
    manages = decide(by, Operation.MANAGE_TOKENS).allowed
    looked(Event.AGENCIES_SHOWN, by=by, kind="agency", ids=[slug])
    return AgencyPage(agency=row, tokens=tokens.tokens(slug) if manages else (), may_manage_tokens=manages)


@transaction.atomic
def list_tokens(*, by: Actor) -> tuple[tokens.TokenLine, ...]:
    """All tokens of all agencies."""
    require(decide(by, Operation.MANAGE_TOKENS))
    lines = tokens.tokens()
    looked(Event.TOKENS_SHOWN, by=by, kind="token", ids=[line.id for line in lines])
    return lines


@transaction.atomic
def read_own_account(*, session_key: str, by: Actor) -> own.OwnAccount:
    """One's own account, with the sessions that are open."""
    require(decide(by, Operation.MANAGE_OWN_ACCOUNT))
    account = own.own_account(UUID(by.id), session_key=session_key)
    looked(Event.SESSIONS_SHOWN, by=by, kind="session", ids=[one.id for one in account.sessions])
    return account
