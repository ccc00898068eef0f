"""Signing in and out: allauth's views, each with our page and our words, and what is written down about them."""

from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from pentameter.accounts.queries.actors import actor_of_user
from pentameter.accounts.queries.own import passkeys_held
from pentameter.accounts.services.demo import current_code, demo_accounts
from pentameter.accounts.services.sessions import end_all_sessions
from pentameter.accounts.services.sign_in import note_password_changed
from pentameter.accounts.views.openings import before_sign_in, own_account


class SignInView(account.LoginView):
    """The first step: username and password, or the agency's own sign-in."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The accounts of a demonstration are offered on the page; a real installation has none."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
        return {**context, "demo_accounts": demo_accounts(), "agency_sign_ins": apps}


class SecondStepView(mfa.AuthenticateView):
    """The second step: a code, or a passkey."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """In a demonstration the page shows the code that the account's app would show."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        user = self.stage.login.user
        return {**context, "demo_code": current_code(user.pk), "has_passkey": passkeys_held(user.pk) > 0}


class PasswordView(account.PasswordChangeView):
    """Changing one's password. Every session ends with it, this one too."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Who signs in through their agency has no password here."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            return render(request, "account/no_password.jinja")
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def form_valid(self, form: Any) -> HttpResponse:
        """The change, its row and the end of all sessions stand or fall together."""
        with transaction.atomic():
            if by := actor_of_user(form.user.pk):
                note_password_changed(by=by, how="own page")
            answer: HttpResponse = super().form_valid(form)
            end_all_sessions(form.user.pk)
        return answer


class PasswordByLinkView(account.PasswordResetFromKeyView):
    """Setting a password by an administrator's one-time link."""

    def form_valid(self, form: Any) -> HttpResponse:
        """The change and its row stand or fall together."""
        with transaction.atomic():
            if by := actor_of_user(form.user.pk):
                note_password_changed(by=by, how="one-time link")
            answer: HttpResponse = super().form_valid(form)
            end_all_sessions(form.user.pk)
        return answer


sign_in = before_sign_in(SignInView.as_view())
second_step = before_sign_in(SecondStepView.as_view())
sign_out = own_account(account.logout)
closed = before_sign_in(account.account_inactive)
by_link = before_sign_in(PasswordByLinkView.as_view())
by_link_done = before_sign_in(account.password_reset_from_key_done)
password = own_account(PasswordView.as_view())
password_again = own_account(account.reauthenticate)


def locked_out(request: HttpRequest, response: HttpResponse | None, credentials: dict[str, Any] | None) -> HttpResponse:
    """After five failures from one place: what happened, how long it lasts, what to do."""
    page = render(request, "account/locked_out.jinja", status=429)
    page["Retry-After"] = str(int(settings.AXES_COOLOFF_TIME.total_seconds()))
    return page


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """`handler429`: too many requests of one kind from one place."""
    return render(request, "look/429.jinja", status=429)
