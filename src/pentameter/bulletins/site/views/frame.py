"""What every public page is given: its language, and its address in the others."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pentameter.bulletins.site.languages import in_language, spoken
from pentameter.bulletins.site.vocabulary import Language


def page(request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    """A public page."""
    said = {"spoken": spoken(), "others": _others(request), **(context or {})}
    return render(request, template, said, status=status)


def _others(request: HttpRequest) -> list[tuple[Language, str]]:
    return [(one, in_language(request.get_full_path(), one)) for one in Language]
