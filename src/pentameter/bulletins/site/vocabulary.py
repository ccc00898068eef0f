"""What bulletins are about, and the languages in which they may be read."""

from enum import StrEnum


class Subject(StrEnum):
    """What a bulletin is about. Readers find it under this."""

    OPERATION = "operation"
    FIGURES = "figures"
    PROTECTION = "protection"
    LAW = "law"
    HELP = "help"

    @property
    def words(self) -> str:
        """As readers see it."""
        return _SUBJECTS[self]


_SUBJECTS = {
    Subject.OPERATION: "The operation",
    Subject.FIGURES: "Figures",
    Subject.PROTECTION: "Protection and support",
    Subject.LAW: "Laws and courts",
    Subject.HELP: "What you can do",
}


class Language(StrEnum):
    """The languages of the public site."""

    ENGLISH = "en"
    WELSH = "cy"
    IRISH = "ga"

    @property
    def words(self) -> str:
        """What it is called in English."""
        return {Language.ENGLISH: "English", Language.WELSH: "Welsh", Language.IRISH: "Irish"}[self]
