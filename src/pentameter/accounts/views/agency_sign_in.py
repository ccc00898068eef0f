"""Signing in through one's agency, by OpenID Connect."""

from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponseBase

from pentameter.accounts.views.openings import before_sign_in


class Verified(OpenIDConnectOAuth2Adapter):
    """Checks the signature of what an agency's server says, also where the standard would let us trust the wire."""

    @property
    def did_fetch_access_token(self) -> bool:
        """Never: allauth would take it as leave not to check the signature."""
        return False

    @did_fetch_access_token.setter
    def did_fetch_access_token(self, value: bool) -> None:
        """Allauth notes here that it fetched the token itself."""


@before_sign_in
def go(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Off to the agency's own sign-in."""
    return _through(OAuth2LoginView, request, provider_id)


@before_sign_in
def back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Back from the agency's own sign-in."""
    return _through(OAuth2CallbackView, request, provider_id)


def _through(view: type[OAuth2LoginView], request: HttpRequest, provider_id: str) -> HttpResponseBase:
    try:
        answer: HttpResponseBase = view.adapter_view(Verified(request, provider_id))(request)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    return answer
