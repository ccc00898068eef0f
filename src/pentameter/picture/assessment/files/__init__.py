"""A version as a file: accessible HTML, tagged PDF, or workbook, made from what was frozen and from nothing else."""

from dataclasses import dataclass
from enum import StrEnum

from pentameter.picture.assessment.files.documents import html, pdf
from pentameter.picture.assessment.files.workbook import workbook
from pentameter.picture.assessment.rules.content import Assessment


class FileKind(StrEnum):
    """In which form; the value is the end of the file's name."""

    HTML = "html"
    PDF = "pdf"
    WORKBOOK = "xlsx"

    @property
    def media(self) -> str:
        """Its media type."""
        return _MEDIA[self]

    @property
    def words(self) -> str:
        """What it is called on a page."""
        return {self.HTML: "HTML", self.PDF: "PDF", self.WORKBOOK: "Workbook"}[self]


_MEDIA = {
    FileKind.HTML: "text/html; charset=utf-8",
    FileKind.PDF: "application/pdf",
    FileKind.WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Made:
    """A file to be handed out."""

    name: str
    kind: FileKind
    body: bytes


def made_file(assessment: Assessment, digest: str, kind: FileKind) -> Made:
    """The file. The same version gives the same words and figures, today and later.

    Raises:
        Refused: it cannot be made on this machine. The sentence says what to do.
    """
    make = {FileKind.HTML: html, FileKind.PDF: pdf, FileKind.WORKBOOK: workbook}[kind]
    name = f"pentameter-assessment-{assessment.as_of.isoformat()}-version-{assessment.number}.{kind.value}"
    return Made(name, kind, make(assessment, digest))
