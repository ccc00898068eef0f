"""Whom to ask, and what to send: where she is cannot be chosen."""

from pentameter.accounts.api import AgencyCard
from pentameter.kernel.actor import AgencySector, Jurisdiction
from pentameter.victims.forms.referrals import AskForm, ReasonForm
from pentameter.victims.rules.referrals import ReferralKind
from pentameter.victims.services.referrals import Asking

SHORE = AgencyCard("shoreline-refuge", "Shoreline Refuge", AgencySector.SUPPORT, Jurisdiction.SCOTLAND, "", True)
WHOLE = {"asked": "shoreline-refuge", "kind": "help", "chosen": ["name", "safe_contact"], "words": "A solicitor."}


def test_what_was_typed_is_what_is_asked() -> None:
    form = AskForm(WHOLE).offering([SHORE])
    assert form.is_valid(), form.errors
    assert form.asking == Asking("shoreline-refuge", ReferralKind.HELP, ("name", "safe_contact"), "A solicitor.")


def test_where_she_is_cannot_be_chosen() -> None:
    assert set(AskForm({**WHOLE, "chosen": ["where"]}).offering([SHORE]).errors) == {"chosen"}


def test_only_who_is_offered_is_asked() -> None:
    assert set(AskForm(WHOLE).offering([]).errors) == {"asked"}


def test_a_reason_is_words() -> None:
    assert not ReasonForm({"reason": "   "}).is_valid()
