"""What a page holds, read from its mark-up as a browser would."""

import re
from html.parser import HTMLParser


class _Fields(HTMLParser):
    """Collects the fields of every form, by the form's action."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: dict[str, dict[str, str]] = {}
        self._form: dict[str, str] = {}
        self._area = self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        had = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = self.forms.setdefault(had.get("action", ""), {})
        elif tag == "input" and had.get("name") and had.get("type") not in ("radio", "checkbox", "file"):
            self._form[had["name"]] = had.get("value", "")
        elif tag == "input" and had.get("name") and "checked" in had:
            self._form[had["name"]] = had.get("value", "on")
        elif tag == "textarea":
            self._area = had["name"]
            self._form[self._area] = ""
        elif tag == "select":
            self._select = had["name"]
            self._form[self._select] = ""
        elif tag == "option" and "selected" in had:
            self._form[self._select] = had.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._area:
            self._form[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._form[self._area] = self._form[self._area].removeprefix("\n")
            self._area = ""


def form(response: object, action: str = "") -> dict[str, str]:
    """The fields of a page's form with what stands in them."""
    fields = _Fields()
    fields.feed(response.content.decode())  # type: ignore[attr-defined]
    return fields.forms[action]


def errors(response: object) -> list[str]:
    """The fields that the summary of errors links to."""
    text = response.content.decode()  # type: ignore[attr-defined]
    summary = text.partition("govuk-error-summary__list")[2].partition("</ul>")[0]
    return re.findall(r'href="#id_([^"]+)"', summary)
