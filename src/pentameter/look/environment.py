"""The Jinja environment of both doors: it escapes always, and fails on what is missing.

The macros of GOV.UK's mark-up ask for parameters that are mostly absent, as in Nunjucks. They alone are compiled in an
environment that tolerates it.
"""

from collections.abc import Callable, Iterator, MutableMapping
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from jinja2 import (
    BaseLoader,
    ChainableUndefined,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
)

from pentameter.look import fields, speaking, words


class Tolerant(BaseLoader):
    """Loads templates that may ask for what is not there."""

    def __init__(self, inner: BaseLoader) -> None:
        self._inner = inner
        self._tolerant: Environment | None = None

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own name
    ) -> Template:
        if self._tolerant is None:
            self._tolerant = environment.overlay(undefined=ChainableUndefined, trim_blocks=False, lstrip_blocks=False)
        return self._inner.load(self._tolerant, name, globals)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        return self._inner.get_source(environment, template)


def template_folders() -> Iterator[Path]:
    """The `templates` folder of every app of ours, in the order in which they are installed."""
    for app in apps.get_app_configs():
        folder = Path(app.path) / "templates"
        if app.name.startswith("pentameter.") and folder.is_dir():
            yield folder


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a named page."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


FILTERS: dict[str, Callable[..., str]] = {
    "day": words.day,
    "short_day": words.short_day,
    "moment": words.moment,
    "week": words.week,
    "number": words.number,
    "share": words.share,
    "plural": words.plural,
    "listed": words.listed,
    "lasted": words.lasted,
    "spoken_day": speaking.spoken_day,
    "spoken_month": speaking.spoken_month,
}


def build(*folders: Path, door: str = "staff", demo: bool = False, **options: Any) -> Environment:
    """The environment over the given template folders."""
    govuk = PrefixLoader({"govuk_frontend_jinja": Tolerant(PackageLoader("govuk_frontend_jinja"))})
    ours = ("autoescape", "undefined", "loader", "extensions")
    given: dict[str, Any] = {"trim_blocks": True, "lstrip_blocks": True, **options}
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=ChoiceLoader([govuk, FileSystemLoader([str(folder) for folder in folders])]),
        extensions=["jinja2.ext.i18n"],
        **{name: value for name, value in given.items() if name not in ours},
    )
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # the extension's
    made.filters.update(FILTERS)
    made.globals.update(static=static, url=url, span=words.span, door=door, demo=demo)
    made.globals.update(options=fields.options, day_parts=fields.day_parts, extra=fields.extra, told=fields.told)
    return made


def environment(**options: Any) -> Environment:
    """What `TEMPLATES` in the settings names; Django passes its options."""
    return build(*template_folders(), door=settings.DOOR, demo=settings.IS_DEMO, **options)
