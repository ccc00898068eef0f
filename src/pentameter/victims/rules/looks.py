"""What a row of the record says to the person whom it is about: which part of her record, in plain words."""

from pentameter.kernel.actor import Role

_WORDS = {
    "case_opened": "opened her record when she was found",
    "cases_listed": "saw her in a list of cases",
    "case_read": "read who she is",
    "case_changed": "changed who she is",
    "case_closed": "closed the case",
    "case_reopened": "opened the case again",
    "case_assigned": "said who works with her",
    "case_shared": "shared her record with a named person",
    "share_ended": "ended a share of her record",
    "glass_broken": "opened her record in an emergency",
    "whereabouts_read": "saw where she is",
    "whereabouts_withheld": "was not shown where she is: too many looks in an hour",
    "whereabouts_changed": "changed where she is",
    "consent_recorded": "wrote down what she agreed to",
    "consent_withdrawn": "wrote down what she withdrew",
    "support_read": "read how she is supported",
    "support_changed": "changed how she is supported",
    "support_ended": "ended her support, as she had taken her consent back",
    "attachment_read": "opened a file of hers",
    "referral_asked": "asked an organisation to support her",
    "referral_answered": "answered a request to support her",
    "referrals_listed": "saw her in a list of requests for support",
    "protection_shown": "saw what protects her",
    "protection_recorded": "recorded what bears on her protection",
    "protection_corrected": "struck out something that was recorded",
    "protection_restated": "worked out what protects her",
    "alert_raised": "alerted those who support her",
    "alert_taken": "dealt with an alert about her protection",
    "alerts_shown": "saw an alert about her protection",
    "erasure_asked": "asked for her record to be erased",
    "case_erased": "erased her record",
    "cases_exported": "carried a copy of her record to another system",
    "cases_imported": "brought her record in from another system",
    "copy_given": "gave her a copy of her record",
    "looks_shown": "saw who has seen her record",
    "matter_opened": "opened a decision about her",
    "matter_changed": "changed a decision about her",
    "matters_shown": "saw which decisions there are about her",
    "matter_read": "read a decision about her",
    "account_disclosed": "gave her account to those who decide",
    "account_read": "read the account of what she went through",
    "account_weighed": "gave weight to her account in a decision",
    "decision_made": "decided about her",
    "decision_served": "recorded that a decision was handed to her",
    "letter_made": "made a letter to her",
    "reconsideration_asked": "asked for a decision to be reconsidered",
    "hold_looked_up": "asked by its reference whether a hold stands",
    "audit_shown": "checked, as an auditor, who has seen her record",
    "retention_shown": "looked at whether her record is still needed",
    "record_retained": "said that her record is kept longer, and why",
    "disposal_proposed": "proposed that her record be erased, as it is old",
    "disposal_withdrawn": "took back that her record be erased",
    "disposal_confirmed": "agreed that her record be erased, as it is old",
    "disposed_again": "erased her record again after a backup was restored",
    "legal_hold_placed": "said that her record must be kept for an inquiry",
    "legal_hold_lifted": "said that her record need not be kept for an inquiry any more",
    "handed_over": "took her case over from an organisation that left",
    "access_shown": "saw whether she had asked what is held about her",
    "access_asked": "wrote down that she asks what is held about her, or released it",
    "access_withdrawn": "took back a request for what is held about her",
    "access_given": "gave her all that is held about her",
    "refused": "was refused",
}


def said_of(event: str) -> str:
    """What somebody did, as a sentence goes on after their name."""
    return _WORDS.get(event, event.replace("_", " "))


def is_known(event: str) -> bool:
    """Whether there are words for it."""
    return event in _WORDS


def needs_purpose(role: Role) -> bool:
    """Whether who asks has to say what for: an auditor does, who supports her does not."""
    return role is Role.AUDITOR
