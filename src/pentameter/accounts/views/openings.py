"""Marks for allauth's views: each says why it asks for no operation, and answers to no other methods than its own."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.views.decorators.http import require_http_methods

from pentameter.access.guards import open_because

View = Callable[..., HttpResponseBase]

_methods = require_http_methods(["GET", "HEAD", "POST"])


def before_sign_in(view: View) -> View:
    """A page by which people come in."""
    return open_because("nobody is signed in yet")(_methods(view))


def own_account(view: View) -> View:
    """A page of one's own account, which asks for the sign-in itself."""
    return open_because("one's own account: the page asks for the sign-in itself")(_methods(view))
