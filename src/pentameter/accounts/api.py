"""The door for other contexts."""

from pentameter.accounts.queries.actors import actor_of_user
from pentameter.accounts.queries.agencies import AgencyCard, agencies, agency, slugs, time_zone
from pentameter.accounts.queries.browsers import BrowserLine, unacknowledged_browsers
from pentameter.accounts.queries.entering import agency_sign_in_weaknesses
from pentameter.accounts.queries.names import names
from pentameter.accounts.queries.own import way_to_show_factor
from pentameter.accounts.queries.people import PeopleFilter, PersonLine, demo_accounts_present, people
from pentameter.accounts.services.agencies import seed_agencies
from pentameter.accounts.services.closing import Closed, close_agency
from pentameter.accounts.services.demo import DemoAccount, demo_accounts, seed_demo_people
from pentameter.accounts.services.looks import everyone
from pentameter.accounts.services.people import Link, NewPerson, add_person, close_person, give_link, move_person
from pentameter.accounts.services.tokens import Issued, actor_for_token, issue_token, revoke_token

__all__ = [
    "AgencyCard",
    "BrowserLine",
    "Closed",
    "DemoAccount",
    "Issued",
    "Link",
    "NewPerson",
    "PeopleFilter",
    "PersonLine",
    "actor_for_token",
    "actor_of_user",
    "add_person",
    "agencies",
    "agency",
    "agency_sign_in_weaknesses",
    "close_agency",
    "close_person",
    "demo_accounts",
    "demo_accounts_present",
    "everyone",
    "give_link",
    "issue_token",
    "move_person",
    "names",
    "people",
    "revoke_token",
    "seed_agencies",
    "seed_demo_people",
    "slugs",
    "time_zone",
    "unacknowledged_browsers",
    "way_to_show_factor",
]
