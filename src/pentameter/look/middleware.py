"""What holds for every page: an address that takes no such request says so, and nothing of the staff door is kept."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase, HttpResponseNotAllowed

from pentameter.look import errors


class MethodPageMiddleware:
    """A browser that opens the address of a form gets a page, not an empty 405; `Allow` stays as it was."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not isinstance(response, HttpResponseNotAllowed) or response.content:
            return response
        page = errors.page(405)
        page["Allow"] = response["Allow"]
        return page


class NothingKeptMiddleware:
    """No browser and no proxy keeps a page: after signing out, the way back shows nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response
