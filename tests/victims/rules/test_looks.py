"""Every act on a case has plain words."""

from pentameter.audit.api import Event
from pentameter.kernel.actor import Role
from pentameter.victims.rules.looks import is_known, needs_purpose, said_of


def test_every_act_on_a_case_has_plain_words() -> None:
    told = ("case_", "whereabouts_", "support_", "protection_", "alert", "consent_", "matter", "account_", "referral")
    silent = [one.value for one in Event if one.value.startswith(told) and not is_known(one.value)]
    assert not silent
    assert said_of("something_new") == "something new"


def test_an_auditor_says_what_for() -> None:
    assert needs_purpose(Role.AUDITOR)
    assert not needs_purpose(Role.CASEWORKER)
