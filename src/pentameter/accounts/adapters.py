"""Where allauth asks us: what is written down, who may enter, how secrets are kept."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pentameter.accounts.middleware import BROWSER, SEEN_AT, SIGNED_IN_AT
from pentameter.accounts.models import User
from pentameter.accounts.queries.actors import actor_of_user
from pentameter.accounts.queries.entering import account_of, member_by_email
from pentameter.accounts.queries.own import browser, factors_held
from pentameter.accounts.rules import may_sign_in
from pentameter.accounts.services.browsers import meet_browser
from pentameter.accounts.services.sessions import keep_newest_sessions
from pentameter.accounts.services.sign_in import note_failed, note_signed_in, note_signed_out
from pentameter.kernel import clock, sealing
from pentameter.kernel.actor import Actor

_TRY_LATER = "Too many attempts. Wait a quarter of an hour, or ask an administrator of yours for a one-time link."


class SignInAdapter(DefaultAccountAdapter):
    """Signing in and out, written down as it happens."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": "The username or the password is not right.",
        "too_many_login_attempts": _TRY_LATER,
        "rate_limited": _TRY_LATER,
        "enter_current_password": "Enter your present password.",
        "incorrect_password": "The password is not right.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody registers themselves: an administrator adds them."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """Every answer is a page."""
        return False

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """The password was wrong, or there is no such account."""
        note_failed(step="password", username=str(credentials.get("username", "")))

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """Turn away accounts that may not sign in, however they came."""
        verdict = may_sign_in(account_of(user.pk), demonstration=settings.IS_DEMO)
        if verdict.allowed:
            answer: HttpResponse | None = super().pre_login(request, user, **kwargs)
            return answer
        note_failed(step="account", user_id=user.pk)
        request.session.flush()
        return render(request, "account/account_inactive.jinja", {"reason": verdict.reason}, status=403)

    def login(self, request: HttpRequest, user: User) -> None:
        """Begin the session. It begins only if that could be written down."""
        methods = [str(one["method"]) for one in request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])]
        if by := actor_of_user(user.pk):
            note_signed_in(by=by, methods=methods)
        super().login(request, user)
        request.session[SIGNED_IN_AT] = request.session[SEEN_AT] = clock.now().timestamp()
        request.session[BROWSER] = browser(request.headers.get("User-Agent", ""))

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """After the session began: the oldest beyond three end, and a browser not seen before is told of."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        if by := actor_of_user(user.pk):
            keep_newest_sessions(by=by)
            token = request.COOKIES.get(settings.BROWSER_COOKIE_NAME, "")
            _keep_browser(response, meet_browser(token=token, family=request.session.get(BROWSER, ""), by=by))
        return response

    def logout(self, request: HttpRequest) -> None:
        """End the session."""
        by: Actor | None = getattr(request, "actor", None)
        if by is not None:
            note_signed_out(by=by)
        super().logout(request)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever has a second factor proves themselves again before changing one. The first needs no such proof."""
        return factors_held(context.request.user.pk) > 0


def _keep_browser(response: HttpResponse, token: str) -> None:
    response.set_cookie(
        settings.BROWSER_COOKIE_NAME,
        token,
        max_age=settings.BROWSER_COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors: their secrets are sealed, and everyone keeps at least one."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "The code is not right. Look at your app again: it changes every 30 seconds.",
        "cannot_delete_authenticator": "This is your only second factor. Add another before you remove it.",
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret for the database."""
        return base64.b64encode(sealing.seal(settings.ACCOUNTS_KEY, text.encode(), bound_to="second factor")).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret from the database."""
        sealed = base64.b64decode(encrypted_text)
        return sealing.unseal(settings.ACCOUNTS_KEY, sealed, bound_to="second factor").decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Everyone keeps at least one second factor."""
        return factors_held(authenticator.user_id) > 1

    def get_totp_label(self, user: User) -> str:
        """How the account is called in the app."""
        return user.username

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002 - allauth's name
        """What a new passkey is called until its owner says otherwise."""
        held = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return "Passkey" if held == 0 else f"Passkey {held + 1}"


class AgencySignInAdapter(DefaultSocialAccountAdapter):
    """Agencies' own sign-in: it lets in people who were added here, and never makes an account."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody registers themselves."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the person: known from before, or by an address that their own agency vouches for."""
        agency = str(sociallogin.provider.app.settings["agency"])
        verified = [one.email for one in sociallogin.email_addresses if one.verified]
        known = sociallogin.user.pk if sociallogin.is_existing else None
        user = member_by_email(agency, verified) if known is None else User.objects.get(pk=known)
        by = actor_of_user(user.pk) if user else None
        if user is None or by is None or by.agency != agency:
            note_failed(step="agency", user_id=known)
            raise ImmediateHttpResponse(render(request, "socialaccount/not_registered.jinja", status=403))
        if not sociallogin.is_existing:
            sociallogin.connect(request, user)

    def on_authentication_error(self, request: HttpRequest, provider: Any, **kwargs: Any) -> None:
        """The agency's server refused, or its answer could not be trusted."""
        note_failed(step="agency")
        raise ImmediateHttpResponse(render(request, "socialaccount/authentication_error.jinja", status=403))


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The username that django-axes counts failures under: without capitals, since sign-in does not mind them."""
    tried = (credentials or {}).get("username") or request.POST.get("login", "")
    return str(tried).strip().lower()[:80]


def address_of(request: HttpRequest) -> str:
    """The address that django-axes counts failures under: the browser's, also behind the proxies that are ours.

    Empty where a request has none: failures then count under the username alone.
    """
    try:
        return str(get_account_adapter().get_client_ip(request))
    except PermissionDenied:
        return ""
