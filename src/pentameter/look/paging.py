"""Pages of a list: which one was asked for, and the address of the others."""

from django.http import HttpRequest


def number_of(request: HttpRequest, name: str = "page") -> int:
    """The number of the page that was asked for; the first where it makes no sense."""
    asked = request.GET.get(name, "1")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


def without_page(request: HttpRequest, name: str = "page") -> str:
    """The address of the list, ending so that `page=2` can be added."""
    query = request.GET.copy()
    query.pop(name, None)
    return f"{request.path}?{query.urlencode()}&" if query else f"{request.path}?"


def number_before(request: HttpRequest) -> int | None:
    """The number before which the page's rows lie, as lists that grow at the top ask for it; None for the newest."""
    asked = request.GET.get("before", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 16 else None
