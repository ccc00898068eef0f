"""Second factors: allauth's views, each with our page. Every change is written down with the change itself."""

from typing import Any
from uuid import UUID

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.base import views as base
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from pentameter.accounts.queries.own import factors_held
from pentameter.accounts.rules import may_remove_factor
from pentameter.accounts.services.demo import current_code
from pentameter.accounts.services.sessions import end_others
from pentameter.accounts.services.sign_in import note_factor_changed
from pentameter.accounts.views.openings import own_account
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require


class Noted:
    """Mixed into a view whose valid form changes a second factor.

    `what` is written down in the same transaction, in which all other sessions of the person end.
    """

    what = ""
    request: HttpRequest

    def form_valid(self, form: Any) -> HttpResponse:
        """Make the change and write it down."""
        with transaction.atomic():
            answer: HttpResponse = super().form_valid(form)  # type: ignore[misc]  # mixed into allauth's views
            if by := _actor(self.request):
                ended = end_others(UUID(by.id), but=self.request.session.session_key or "")
                note_factor_changed(by=by, what=self.what, sessions_ended=ended)
        return answer


class Proving(Noted):
    """Mixed into a view that adds a factor: who just used it has proven it for this session."""

    kind = ""

    def form_valid(self, form: Any) -> HttpResponse:
        """Add the factor, and count it as used."""
        answer = super().form_valid(form)
        methods = list(self.request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, []))
        proven = {"method": "mfa", "at": clock.now().timestamp(), "type": self.kind, "reauthenticated": True}
        self.request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [*methods, proven]
        return answer


class AddAppView(Proving, totp.ActivateTOTPView):
    """Add an authenticator app."""

    what, kind = "app added", Authenticator.Type.TOTP.value


class RemoveAppView(Noted, totp.DeactivateTOTPView):
    """Remove the authenticator app, if another factor is left."""

    what = "app removed"


class AddPasskeyView(Proving, webauthn.AddWebAuthnView):
    """Add a passkey."""

    what, kind = "passkey added", Authenticator.Type.WEBAUTHN.value

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Keep the form as it was sent: allauth's own context draws it anew."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "form": kwargs.get("form") or context["form"]}


class RemovePasskeyView(Noted, webauthn.RemoveWebAuthnView):
    """Remove a passkey, if another factor is left."""

    what = "passkey removed"

    def form_valid(self, form: Any) -> HttpResponse:
        """Refuse to remove the last factor."""
        by = _actor(self.request)
        require(may_remove_factor(factors_held(UUID(by.id)) if by else 0))
        return super().form_valid(form)


class CodeAgainView(base.ReauthenticateView):
    """Showing one's second factor once more, by a code."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """In a demonstration the page shows the code that the account's app would show."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "demo_code": current_code(self.request.user.pk)}


class NewCodesView(Noted, recovery.GenerateRecoveryCodesView):
    """Make new recovery codes; the old ones end."""

    what = "recovery codes renewed"


def _actor(request: HttpRequest) -> Actor | None:
    actor: Actor | None = getattr(request, "actor", None)
    return actor


def passkeys(request: HttpRequest) -> HttpResponse:
    """Where allauth goes after a passkey was removed: one's own page lists them."""
    return redirect("accounts:own")


add_app = own_account(AddAppView.as_view())
remove_app = own_account(RemoveAppView.as_view())
codes = own_account(recovery.view_recovery_codes)
new_codes = own_account(NewCodesView.as_view())
add_passkey = own_account(AddPasskeyView.as_view())
remove_passkey = own_account(RemovePasskeyView.as_view())
code_again = own_account(CodeAgainView.as_view())
passkey_again = own_account(webauthn.reauthenticate_webauthn)
to_own = own_account(passkeys)
