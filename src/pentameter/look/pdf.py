"""Pages as PDF: tagged, in PDF/UA-1, with our typeface. Nothing is fetched: what a page needs is inside it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from pentameter.look.standalone import document_css

_UA = "pdf/ua-1"


class NoPdf(Exception):  # noqa: N818 - what happened, as people say it
    """PDFs cannot be made on this machine. The sentence says what to install, and to print the page meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            "PDFs cannot be made on this machine yet: install Pentameter with its extra `pdf`, "
            "and Debian's libpango-1.0-0 and libpangoft2-1.0-0. Until then, print the page."
        )


def document(template: str, context: Mapping[str, Any], *, title: str) -> bytes:
    """A Jinja template that extends "look/document.jinja", as a PDF.

    Raises:
        NoPdf: where the library or the system's text engine is missing.
    """
    return pdf_of(render_to_string(template, {"is_demo": settings.IS_DEMO, **context, "title": title}))


def pdf_of(html: str) -> bytes:
    """A whole HTML page, with its `title` and `lang`, as a tagged PDF.

    Raises:
        NoPdf: where the library or the system's text engine is missing.
    """
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as missing:
        raise NoPdf from missing
    fonts = FontConfiguration()
    inside = URLFetcher(allowed_protocols=["data"])
    style = CSS(string=document_css(), font_config=fonts, url_fetcher=inside)
    made = HTML(string=html, url_fetcher=inside).write_pdf(
        stylesheets=[style], font_config=fonts, pdf_variant=_UA, pdf_tags=True
    )
    return bytes(made or b"")
