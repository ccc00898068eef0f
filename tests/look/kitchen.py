"""The page on which every part of the look stands once, and the pages of both doors in small."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

from django import forms
from django.test import RequestFactory
from django.urls import set_urlconf
from markupsafe import Markup

from pentameter.look import environment
from pentameter.look.charts.lines import sparkline
from pentameter.look.fields import DayField
from tests.look import samples

_HERE = Path(__file__).parent / "templates"
_LOOK = Path(environment.__file__).parent / "templates"
NAV = [
    SimpleNamespace(label=label, url="#", current=label == "Picture")
    for label in ("Home", "Picture", "Intelligence", "Intake", "Operations", "People", "Audit")
]
ACTOR = SimpleNamespace(name="Jo Analyst", agency="national-centre", role=SimpleNamespace(label="national analyst"))


class Everything(forms.Form):
    """A field of each kind."""

    name = forms.CharField(label="Name of the operation", help_text="As people say it, for example “Pentameter 2”.")
    plan = forms.CharField(label="What will be done", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    involvement = forms.ChoiceField(
        choices=[("", "Choose"), ("gathering", "Gathering intelligence"), ("full", "Taking part in full")]
    )
    looked = forms.ChoiceField(
        label="What came of the week",
        choices=[("found", "We looked and found"), ("nil", "We looked and found nothing"), ("no", "We did not look")],
        widget=forms.RadioSelect,
    )
    themes = forms.MultipleChoiceField(
        choices=[("sexual", "Sexual exploitation"), ("labour", "Forced labour"), ("servitude", "Domestic servitude")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    malicious = forms.BooleanField(label="May be malicious", required=False)
    begins_on = DayField(label="First day", help_text="For example, 27 3 2008")
    file = forms.FileField(label="The week's file", required=False)
    secret = forms.CharField(label="Password", widget=forms.PasswordInput)


TYPED = {
    "name": "<b>Pentameter</b>",
    "plan": "Visits to known premises",
    "looked": "nil",
    "themes": ["labour"],
    "begins_on_day": "31",
    "begins_on_month": "2",
    "begins_on_year": "2008",
}


def page(template: str, *, door: str = "staff", **context: object) -> str:
    """One of the templates beside this file, as its door would send it."""
    env = environment.build(_HERE, _LOOK, door=door, demo=True)
    request = RequestFactory().get("/")
    given = {
        "request": request,
        "nav": NAV,
        "actor": ACTOR,
        "agency_name": "National centre",
        "sign_out_url": "/sign-out/",
        "search_url": "/search/",
        "csrf_input": Markup('<input type="hidden" name="csrfmiddlewaretoken" value="x">'),
        "idempotency_key": "k" * 32,
        "messages": [SimpleNamespace(level_tag="success", __html__=lambda: "37 rows are in, 3 are in quarantine.")],
        "charts": samples.all_charts(),
        "spark": sparkline,
        "form": Everything(),
        "wrong": Everything(TYPED),
    }
    with addresses_of(door):
        return env.get_template(template).render(given | context)


@contextmanager
def addresses_of(door: str) -> Iterator[None]:
    """Meanwhile the addresses are those of a door."""
    set_urlconf(f"pentameter.config.{door}_urls")
    try:
        yield
    finally:
        set_urlconf(None)
