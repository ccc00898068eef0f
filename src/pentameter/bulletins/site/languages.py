"""Which language a page is in: its address says so (`/cy/`, `/ga/`), and nothing is remembered of the reader."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

from pentameter.bulletins.site.vocabulary import Language

_OTHERS = {f"/{one.value}/": one for one in Language if one is not Language.ENGLISH}


class LanguageMiddleware:
    """Speaks the language of the address while a page is made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        language = _OTHERS.get(request.path_info[:4])
        with translation.override(language.value if language else settings.LANGUAGE_CODE):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language.value if language else "en-GB")
        return response


def spoken() -> Language:
    """The language of the page that is being made."""
    code = (translation.get_language() or "en")[:2]
    return Language(code) if code in set(Language) else Language.ENGLISH


def in_language(path: str, language: Language) -> str:
    """The address of the same page in another language."""
    bare = path[3:] if path[:4] in _OTHERS else path
    return bare if language is Language.ENGLISH else f"/{language.value}{bare}"
