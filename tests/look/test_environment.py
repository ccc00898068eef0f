"""The environment: it escapes, it fails on what is missing, and it renders every part of the look."""

from pathlib import Path

import pytest
from django.template import engines
from jinja2 import Environment, UndefinedError
from markupsafe import Markup

from pentameter.look import environment
from tests.look import kitchen

EVIL = '<script>alert("x")</script>'


@pytest.fixture
def env() -> Environment:
    return environment.build(Path(environment.__file__).parent / "templates")


def test_the_settings_name_it() -> None:
    assert engines.all()[0].env.globals["door"] == "staff"


def test_what_is_missing_fails(env: Environment) -> None:
    with pytest.raises(UndefinedError):
        env.from_string("{{ nobody }}").render()


def test_text_is_escaped(env: Environment) -> None:
    assert "<script>" not in env.from_string("{{ text }}").render(text=EVIL)


def test_filters_speak(env: Environment) -> None:
    assert (
        env.from_string("{{ 2018 | number }}, {{ 2 | plural('agency', 'agencies') }}").render() == "2,018, 2 agencies"
    )


PARTS = [
    "tag(x)",
    "title(x, x, [(x, '/'), (x, '')], x)",
    "chips([(x, '/', true)], x)",
    "subnav([(x, '/', true)], x)",
    "button(x, key=x)",
    "button(x, href='/')",
    "figure(x, x, x, '/')",
    "table(x, [(x, ''), (x, 'num')], [(x, x)])",
    "table(x, [], [], empty=x)",
    "facts([(x, x), (x, x, '/', x)])",
    "summary([(x, x)])",
    "timeline([(x, x, '')])",
    "todo([(x, 'today', x)])",
    "empty(x, x, '/', x)",
    "progress(x, 1, 2, x, '/poll')",
    "progress(x, 0, 0)",
    "pagination(2, 3, '?', x)",
    "copy_as([(x, '/')])",
    "error_summary([(x, 'id_x'), (x, '')])",
    "protection(x, x, [(x, x)], x, x)",
    "sealed(x)",
    "switch(x, [(x, x)], x)",
]


@pytest.mark.parametrize("call", PARTS)
def test_every_part_escapes(env: Environment, call: str) -> None:
    name = call.partition("(")[0]
    page = env.from_string(f"{{% from 'look/parts.jinja' import {name} %}}{{{{ {call} }}}}").render(x=EVIL)
    assert "&lt;script&gt;" in page
    assert "<script>" not in page


@pytest.mark.parametrize("call", ["card(x, 6, x, '/', x, [(x, '/')])", "notice(x)", "filters('/', 1, '/', x)"])
def test_every_part_that_holds_others_escapes(env: Environment, call: str) -> None:
    name = call.partition("(")[0]
    text = f"{{% from 'look/parts.jinja' import {name} %}}{{% call {call} %}}{{{{ x }}}}{{% endcall %}}"
    page = env.from_string(text).render(x=EVIL)
    assert "<script>" not in page


def test_whole_numbers_in_tables_have_separators(env: Environment) -> None:
    text = "{% from 'look/parts.jinja' import table %}{{ table('c', [('a', ''), ('b', 'num')], [('x', 2018)]) }}"
    assert "2,018" in env.from_string(text).render()


@pytest.mark.parametrize("door", ["staff", "public"])
def test_a_form_keeps_what_was_typed_and_names_what_is_wrong(door: str) -> None:
    page = kitchen.page("form.jinja", door=door)
    assert 'value="&lt;b&gt;Pentameter&lt;/b&gt;"' in page
    assert '<a href="#id_begins_on-day">31 2 2008 is not a date. Write it as 27 3 2008.</a>' in page
    assert '<a href="#id_involvement">Choose involvement.</a>' in page
    assert 'name="idempotency_key" value="' in page
    assert 'name="csrfmiddlewaretoken"' in page
    assert 'enctype="multipart/form-data"' in page


@pytest.mark.parametrize("template", ["kitchen.jinja", "form.jinja"])
def test_nothing_is_inline(template: str) -> None:
    page = kitchen.page(template)
    assert " style=" not in page
    assert "<style" not in page
    assert " onclick=" not in page
    assert page.count("<script") == page.count("<script src=")


def test_a_page_says_that_its_data_are_invented() -> None:
    assert "Nobody on this page is real." in kitchen.page("kitchen.jinja")


def test_progress_without_scripts_loads_the_page_again(env: Environment) -> None:
    text = "{% from 'look/parts.jinja' import progress_refresh %}{{ progress_refresh(3) }}"
    assert env.from_string(text).render() == Markup('<noscript><meta http-equiv="refresh" content="3"></noscript>\n')
