"""The law of protection, pure: for whatever runs without an installation. With one, ask `api`."""

from pentameter.victims.rules.ahead import Ending, endings
from pentameter.victims.rules.book import RuleError, rule_book
from pentameter.victims.rules.casefile import CaseError, parse_day, read_case
from pentameter.victims.rules.events import Case, Clock, Event, EventKind, Facts, Outcome, legal_day
from pentameter.victims.rules.law import Rule, RuleBook
from pentameter.victims.rules.protection import ClockAnswer, Protection, State, protection
from pentameter.victims.rules.referrals import NEXT as REFERRAL_NEXT
from pentameter.victims.rules.referrals import OWNERS as REFERRAL_OWNERS
from pentameter.victims.rules.removal import may_remove
from pentameter.victims.rules.telling import as_dict

__all__ = [
    "REFERRAL_NEXT",
    "REFERRAL_OWNERS",
    "Case",
    "CaseError",
    "Clock",
    "ClockAnswer",
    "Ending",
    "Event",
    "EventKind",
    "Facts",
    "Outcome",
    "Protection",
    "Rule",
    "RuleBook",
    "RuleError",
    "State",
    "as_dict",
    "endings",
    "legal_day",
    "may_remove",
    "parse_day",
    "protection",
    "read_case",
    "rule_book",
]
