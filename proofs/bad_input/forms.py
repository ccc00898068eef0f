"""What a page asks for: the fields of its forms, and the names that its links put into their queries."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

NOT_TYPED = frozenset({"csrfmiddlewaretoken", "idempotency_key"})


@dataclass
class Form:
    """A form: where it is sent, how, and what stands in its fields."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[str] = []
        self._path = path
        self._open: Form | None = None
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            action = given.get("action") or self._path
            self._open = Form(urlsplit(action).path or self._path, given.get("method", "get").upper())
            self.forms.append(self._open)
        elif tag == "a" and "?" in given.get("href", ""):
            self.links.append(given["href"])
        elif self._open is None or not given.get("name", "x"):
            return
        elif tag in ("input", "textarea", "select", "button") and given.get("name"):
            self._select = given["name"] if tag == "select" else ""
            if given["name"] not in NOT_TYPED:
                self._open.fields.setdefault(given["name"], given.get("value", ""))
        elif tag == "option" and self._select and given.get("value"):
            self._open.fields[self._select] = self._open.fields.get(self._select) or given["value"]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        if tag == "select":
            self._select = ""


def forms_of(page: str, path: str) -> tuple[list[Form], dict[str, set[str]]]:
    """The forms of a page, and by path the names that its links ask with."""
    reader = _Reader(path)
    reader.feed(page)
    reader.close()
    asked: dict[str, set[str]] = {}
    for link in reader.links:
        parts = urlsplit(link)
        if not parts.netloc:
            asked.setdefault(parts.path or path, set()).update(parse_qs(parts.query, keep_blank_values=True))
    return reader.forms, asked
