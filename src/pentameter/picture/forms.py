"""What may be asked of the picture, as an address says it: what makes no sense is left out, and said."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from pentameter.intelligence.api import INFORMATION_CODES, SOURCE_CODES, Filter, Scheme, Theme
from pentameter.kernel.verdict import never_was

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A wave and what its reports are narrowed to. `problems` says in sentences what was left out, and why.

    A grade is asked for in its scheme; a code of one scheme is never looked for in the other.
    """

    wave: UUID | None = None
    theme: str = ""
    agency: str = ""
    scheme: str = ""
    source_grade: str = ""
    information_grade: str = ""
    on_map: bool = False
    problems: tuple[str, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether not all reports are asked for."""
        return bool(self.theme or self.agency or self.scheme)

    @property
    def narrowed_by_report(self) -> bool:
        """Whether what was asked for is something that reports have and returns have not."""
        return bool(self.theme or self.scheme)

    @property
    def active(self) -> int:
        """How many filters are set, besides the wave."""
        return sum(map(bool, (self.theme, self.agency, self.scheme)))

    def filter(self, wave_id: UUID) -> Filter:
        """The same, as intelligence understands it."""
        return Filter(
            wave=wave_id,
            agency=self.agency,
            theme=self.theme,
            scheme=self.scheme,
            source_grade=self.source_grade,
            information_grade=self.information_grade,
        )

    def parameters(self) -> dict[str, str]:
        """The filters as an address names them, the same on this page and on the list of reports."""
        named = {
            "theme": self.theme,
            "agency": self.agency,
            "source": f"{self.scheme}/{self.source_grade}" if self.source_grade or not self.information_grade else "",
            "information": f"{self.scheme}/{self.information_grade}" if self.information_grade else "",
        }
        return {name: value for name, value in named.items() if value not in ("", "/")}

    def without(self, *, agency: bool = False, problem: str = "") -> "Asked":
        """The same without a filter that cannot be followed."""
        return replace(self, agency="" if agency else self.agency, problems=(*self.problems, problem))


def read(given: Mapping[str, str]) -> Asked:
    """What an address asks for.

    Raises:
        Refused: the wave is not an identifier at all.
    """
    problems: list[str] = []
    scheme, source, information = _grade(given, problems)
    return Asked(
        wave=_wave(given.get("wave", "")),
        theme=_theme(given.get("theme", ""), problems),
        agency=given.get("agency", "").strip(),
        scheme=scheme,
        source_grade=source,
        information_grade=information,
        on_map=given.get("view", "") == "map",
        problems=tuple(problems),
    )


def _wave(given: str) -> UUID | None:
    try:
        return UUID(given) if given else None
    except ValueError as error:
        raise never_was() from error


def _theme(given: str, problems: list[str]) -> str:
    if given and given not in set(Theme):
        problems.append(f"There is no theme called “{quoted(given)}”. All themes are shown.")
        return ""
    return given


def _grade(given: Mapping[str, str], problems: list[str]) -> tuple[str, str, str]:
    """Scheme, source grade and information grade, from `source` and `information`: "5x5x5/B", or "5x5x5/" for any."""
    source_of, _, source = given.get("source", "").partition("/")
    information_of, _, information = given.get("information", "").partition("/")
    schemes = {one for one in (source_of, information_of) if one}
    if len(schemes) > 1:
        problems.append("A grade belongs to one scheme, and two were asked for. All grades are shown.")
        return "", "", ""
    name = next(iter(schemes), "")
    if not name:
        return "", "", ""
    if name not in set(Scheme):
        problems.append(f"There is no grading scheme called “{quoted(name)}”. All grades are shown.")
        return "", "", ""
    known = ((source, SOURCE_CODES[Scheme(name)]), (information, INFORMATION_CODES[Scheme(name)]))
    for code, codes in known:
        if code and code not in codes:
            problems.append(f"The scheme {name} has no grade “{quoted(code)}”. All its grades are shown.")
            return name, "", ""
    return name, source, information


def quoted(given: str) -> str:
    """What somebody wrote, short enough to be said back."""
    return given if len(given) <= _LONGEST else given[:_LONGEST] + "…"


def no_such_agency(slug: str) -> str:
    """What is said when an agency takes no part in the wave."""
    return f"No agency called “{quoted(slug)}” takes part in this wave. All agencies are shown."
