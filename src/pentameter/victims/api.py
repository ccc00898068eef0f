"""What other contexts may ask of victims: frozen values and pure answers."""

from pentameter.victims.keys import WRAPPED, NoKey
from pentameter.victims.queries.alerts import AlertCount, alerts_waiting
from pentameter.victims.queries.consents import consent_stands
from pentameter.victims.queries.counts import CaseDuties, RescuedCount, case_duties, rescued_counts, rescued_in
from pentameter.victims.queries.disposable import (
    CaseAtReview,
    case_at_review,
    cases_at_review,
    cases_to_erase,
    erased_cases,
)
from pentameter.victims.queries.frames import Frame, frame_of
from pentameter.victims.queries.holds import HeldPeople, HeldPerson, held_people, holds_mark
from pentameter.victims.queries.left_out import left_out_counts
from pentameter.victims.queries.look_aheads import LookAheadStanding, look_ahead_standing, looked_ahead_on
from pentameter.victims.queries.named import NamedPeople, NamedPerson, named_mark, named_people
from pentameter.victims.queries.notifications import NotificationCount, notification_counts
from pentameter.victims.queries.opening import OpenCase, bound, opened
from pentameter.victims.queries.people import PeopleCounted, RescuedOn, people_counted, rescued_beside, rescued_by_day
from pentameter.victims.queries.protected import ClockCount, ProtectionCounts, protection_counts
from pentameter.victims.queries.protections import case_value, protection_of, today_of
from pentameter.victims.queries.references import case_of
from pentameter.victims.queries.referrals import waiting_referrals
from pentameter.victims.queries.released import FoundGroup, found_to_publish, protected_to_publish, uncounted_mark
from pentameter.victims.queries.reminders import ComingAppointment, DueTasks, coming_appointments, due_tasks
from pentameter.victims.queries.restorations import may_be_removed, nothing_missing
from pentameter.victims.queries.reveals import has_shown
from pentameter.victims.queries.sampling import cases_that_open
from pentameter.victims.queries.statistics import (
    NOT_KNOWN,
    NOT_OPENED,
    DecisionGroup,
    ReferralCounts,
    ReferralGroup,
    decision_counts,
    referral_counts,
)
from pentameter.victims.queries.support import contact_flags
from pentameter.victims.queries.uncounted import Uncounted, not_to_be_counted
from pentameter.victims.queries.watched import WatchedCase, WatchedNeed, people_named, watched_cases, watched_needs
from pentameter.victims.rules.ahead import Ending, endings
from pentameter.victims.rules.book import RuleError, rule_book
from pentameter.victims.rules.casefile import CaseError, parse_day, read_case
from pentameter.victims.rules.cases import Age, CaseState, Identity, Practical, Whereabouts
from pentameter.victims.rules.consent import Purpose
from pentameter.victims.rules.events import Case, Clock, Event, EventKind, Facts, Outcome, legal_day
from pentameter.victims.rules.law import Rule, RuleBook
from pentameter.victims.rules.protection import ClockAnswer, Protection, State, protection
from pentameter.victims.rules.references import written
from pentameter.victims.rules.removal import may_remove
from pentameter.victims.rules.telling import as_dict
from pentameter.victims.services.copies import CopyPage, give_copy
from pentameter.victims.services.determinations import Determination, determine
from pentameter.victims.services.erasure import erase_after_review, erase_again
from pentameter.victims.services.events import record_event
from pentameter.victims.services.handing_over import hand_over_cases
from pentameter.victims.services.holding import held
from pentameter.victims.services.holds import HoldAnswer, look_up_hold
from pentameter.victims.services.keeping import holds_changed
from pentameter.victims.services.people import recount_people
from pentameter.victims.services.rescue import Registered, Rescue, register_rescue
from pentameter.victims.services.restoring import mark_restored

__all__ = [
    "NOT_KNOWN",
    "NOT_OPENED",
    "WRAPPED",
    "Age",
    "AlertCount",
    "Case",
    "CaseAtReview",
    "CaseDuties",
    "CaseError",
    "CaseState",
    "Clock",
    "ClockAnswer",
    "ClockCount",
    "ComingAppointment",
    "CopyPage",
    "DecisionGroup",
    "Determination",
    "DueTasks",
    "Ending",
    "Event",
    "EventKind",
    "Facts",
    "FoundGroup",
    "Frame",
    "HeldPeople",
    "HeldPerson",
    "HoldAnswer",
    "Identity",
    "LookAheadStanding",
    "NamedPeople",
    "NamedPerson",
    "NoKey",
    "NotificationCount",
    "OpenCase",
    "Outcome",
    "PeopleCounted",
    "Practical",
    "Protection",
    "ProtectionCounts",
    "Purpose",
    "ReferralCounts",
    "ReferralGroup",
    "Registered",
    "Rescue",
    "RescuedCount",
    "RescuedOn",
    "Rule",
    "RuleBook",
    "RuleError",
    "State",
    "Uncounted",
    "WatchedCase",
    "WatchedNeed",
    "Whereabouts",
    "alerts_waiting",
    "as_dict",
    "bound",
    "case_at_review",
    "case_duties",
    "case_of",
    "case_value",
    "cases_at_review",
    "cases_that_open",
    "cases_to_erase",
    "coming_appointments",
    "consent_stands",
    "contact_flags",
    "decision_counts",
    "determine",
    "due_tasks",
    "endings",
    "erase_after_review",
    "erase_again",
    "erased_cases",
    "found_to_publish",
    "frame_of",
    "give_copy",
    "hand_over_cases",
    "has_shown",
    "held",
    "held_people",
    "holds_changed",
    "holds_mark",
    "left_out_counts",
    "legal_day",
    "look_ahead_standing",
    "look_up_hold",
    "looked_ahead_on",
    "mark_restored",
    "may_be_removed",
    "may_remove",
    "named_mark",
    "named_people",
    "not_to_be_counted",
    "nothing_missing",
    "notification_counts",
    "opened",
    "parse_day",
    "people_counted",
    "people_named",
    "protected_to_publish",
    "protection",
    "protection_counts",
    "protection_of",
    "read_case",
    "record_event",
    "recount_people",
    "referral_counts",
    "register_rescue",
    "rescued_beside",
    "rescued_by_day",
    "rescued_counts",
    "rescued_in",
    "rule_book",
    "today_of",
    "uncounted_mark",
    "waiting_referrals",
    "watched_cases",
    "watched_needs",
    "written",
]
