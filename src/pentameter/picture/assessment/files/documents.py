"""The assessment to be read: one HTML file that needs nothing else, and a tagged PDF with the marking on every page."""

from functools import cache
from importlib.resources import files

from django.template.loader import render_to_string
from markupsafe import Markup

from pentameter.kernel.verdict import Refused
from pentameter.look import standalone
from pentameter.look.pdf import NoPdf, pdf_of
from pentameter.picture.assessment.files.page import Page
from pentameter.picture.assessment.rules.content import Assessment


def html(assessment: Assessment, digest: str) -> bytes:
    """The assessment as one HTML file: styles and type inside, no script, nothing fetched."""
    context = {"page": Page(assessment, digest), "css": _css()}
    return render_to_string("picture/assessment/file.jinja", context).encode()


def pdf(assessment: Assessment, digest: str) -> bytes:
    """The assessment as a tagged PDF, with the dates of the version.

    Raises:
        Refused: PDFs cannot be made on this machine.
    """
    page = Page(assessment, digest, paged=True)
    try:
        return pdf_of(render_to_string("picture/assessment/print.jinja", {"page": page, "css": _paper()}))
    except NoPdf as missing:
        raise Refused(str(missing)) from missing


@cache
def _css() -> Markup:
    return Markup(standalone.css("staff") + _ours("assessment.css"))  # noqa: S704 - style sheets of ours


@cache
def _paper() -> Markup:
    return Markup(_ours("assessment-print.css"))  # noqa: S704 - a style sheet of ours


def _ours(name: str) -> str:
    return files("pentameter.picture").joinpath(f"static/picture/{name}").read_text("utf-8")
