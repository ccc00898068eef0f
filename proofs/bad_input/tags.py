"""What a browser would make of a page: its elements, and what in it would run."""

from collections import Counter
from html.parser import HTMLParser


class Tags(HTMLParser):
    """The elements of a page, and how many of them would run something that is not ours."""

    def __init__(self) -> None:
        super().__init__()
        self.names: Counter[str] = Counter()
        self.runs = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        self.names[tag] += 1
        given = dict(attrs)
        ours = tag == "script" and (given.get("src") or "").startswith("/static/")
        self.runs += tag in ("iframe", "object", "embed", "base", "style", "img", "math") or (
            tag == "script" and not ours
        )
        self.runs += any(name.startswith("on") or name in ("style", "srcdoc") for name in given)
        self.runs += any((value or "").strip().lower().startswith("javascript:") for value in given.values())


def runs(page: str) -> bool:
    """Whether anything in a page would run."""
    tags = Tags()
    tags.feed(page)
    return tags.runs > 0


class Reflected(HTMLParser):
    """Where a mark that was sent stands on a page in a place where it means something: `found` says which."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._mark = mark
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element's name, at its attributes' names, and at values that run or lead somewhere."""
        self._within = tag if tag in ("script", "style") else ""
        if self._mark in tag:
            self.found.append(f"the element <{tag[:40]}>")
        for name, value in attrs:
            said = (value or "").strip()
            if self._mark in name:
                self.found.append(f"an attribute of <{tag}>")
            elif self._mark in said.lower() and _means_something(name, said):
                self.found.append(f"{name} of <{tag}>")

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self._within = ""

    def handle_data(self, data: str) -> None:
        """Look at what a script or a style says."""
        if self._within and self._mark in data.lower():
            self.found.append(f"within <{self._within}>")


_LEAD = frozenset({"href", "src", "action", "formaction", "data", "poster", "srcset", "ping", "xlink:href", "content"})
_OURS = ("/static/", "/", "?", "#")


def _means_something(name: str, value: str) -> bool:
    if name.startswith("on") or name in ("style", "srcdoc"):
        return True
    plain = "".join(value.split()).replace("\\", "/").lower()
    leads_out = plain.startswith("//") or not plain.startswith(_OURS)
    return name in _LEAD - {"content"} and leads_out and (":" in plain.partition("/")[0] or plain.startswith("//"))


def reflected(page: str, mark: str) -> list[str]:
    """Everything in a page that a mark which was sent has come to mean."""
    reader = Reflected(mark)
    reader.feed(page)
    reader.close()
    return reader.found
