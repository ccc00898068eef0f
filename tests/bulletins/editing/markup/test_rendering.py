"""Whatever is typed, what comes out holds nothing but the few marks that a text needs."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from pentameter.bulletins.editing.markup import directives, grammar, safe
from pentameter.bulletins.editing.markup.directives import Directive, Kind
from pentameter.bulletins.editing.markup.rendering import Drawn, rendered, seen

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<style>*{display:none}</style>",
    "<iframe src=//evil.example></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](https://user:pass@evil.example)",
    '<https://evil.example/"onmouseover=alert(1)>',
    '[x](https://a.example/"onmouseover="alert(1))',
    '[x](https://a.example "title\\" onclick=alert(1)")',
    "![x](https://tracker.example/p.png)",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "[x]: javascript:alert(1)\n\n[x]",
    "| <script> | b |\n|---|---|\n| <b onclick=x> | d |",
    "<!-- -->\n<!DOCTYPE html><?php ?><![CDATA[x]]>",
    "```html\n<script>x</script>\n```",
    "    <script>x</script>",
    "`<script>`",
    "&lt;script&gt; &#60;script&#62;",
    "\u202e<tpircs>\u2066",
    "\ue0000\ue001 \ue0009999\ue001",
    "{{figure <script>/found/x}}",
    '{{picture "><script>}}',
    "{{chart a/b}} {{chart a/b}}",
    "# {{figure a/b/c}}\n\n[{{figure a/b/c}}](/x)",
    "<a/href=x>" * 300,
    "[" * 3000 + "](x)",
    "> " * 500 + "x",
    "*" * 4000,
)
_HEADINGS = "<h2>One</h2>\n<h2>Two</h2>\n<h3>Three</h3>\n<h2>Four</h2>\n"
MARKS = "<>&\"'`*_[]()!#|-{}:/\\= \n\tabjsx\u202e\ue0000\ue001"


def draw(directive: Directive) -> Drawn:
    """Something that nobody could have typed."""
    return Drawn(Markup("<data value='7'>seven</data>"), "seven")


def _check(text: str) -> None:
    made = rendered(text, draw)
    bare = str(made.html).replace("<data value='7'>seven</data>", "")
    bare = bare.replace('<mark class="fault">', "").replace("</mark>", "")
    assert safe.faults_of(bare) == ()
    assert 'href="javascript' not in bare.lower()
    assert not any(sign in bare for sign in "\u202e\u2066\ue000\ue001\x00")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_hostile_comes_through(text: str) -> None:
    _check(text)


@given(st.text(alphabet=st.sampled_from(MARKS), max_size=200))
@settings(max_examples=300, deadline=None)
@example("[a](<javascript:x>)")
def test_nothing_that_can_be_typed_comes_through(text: str) -> None:
    _check(text)


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_words_can_be_searched_and_none_is_a_tag(text: str) -> None:
    made = rendered(text, draw)
    assert not safe.faults_of(str(made.html)) or made.faults


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# One\n\n### Two", "<h2>One</h2>\n<h3>Two</h3>\n"),
        ("## One\n\n## Two\n\n### Three\n\n## Four", _HEADINGS),
        ("**a** *b*", "<p><strong>a</strong> <em>b</em></p>\n"),
        ("[a](https://b.example/c_d_e)", '<p><a href="https://b.example/c_d_e" rel="noreferrer">a</a></p>\n'),
        ("[a](/help/)", '<p><a href="/help/">a</a></p>\n'),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>\n'),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>\n"),
    ],
    ids=["headings", "levels", "emphasis", "link", "own page", "list", "tags"],
)
def test_what_a_text_may_use(text: str, html: str) -> None:
    made = rendered(text, draw)
    assert (str(made.html), made.faults) == (html, ())


def test_numbers_of_a_table_stand_at_the_right_without_a_style() -> None:
    made = rendered("| a | b |\n|---|--:|\n| c | 1 |", draw)
    assert '<td class="num">1</td>' in made.html
    assert "style" not in made.html


def test_a_chart_stands_alone_and_a_figure_in_its_sentence() -> None:
    made = rendered("They were {{figure a/b/c}}.\n\n{{chart a/b}}", draw)
    assert str(made.html) == "<p>They were <data value='7'>seven</data>.</p>\n<data value='7'>seven</data>"
    assert made.words.split() == ["They", "were", "seven.", "seven"]
    assert "on a line of its own" in rendered("Here: {{chart a/b}}", draw).faults[0]


def test_what_stands_for_nothing_is_a_fault_and_is_shown_as_one() -> None:
    made = rendered("{{figure a/b/c}}", lambda directive: "There is no <such> table.")
    assert made.faults == ("There is no <such> table.",)
    assert '<mark class="fault">There is no &lt;such&gt; table.</mark>' in made.html


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        ("figure a/b/c", Directive(Kind.FIGURE, ("a", "b", "c"))),
        (" chart  a / b ", Directive(Kind.CHART, ("a", "b"))),
        ("picture picture-1", Directive(Kind.PICTURE, ("picture-1",))),
        ("figure a/b/Dyfed Powys:All ages", Directive(Kind.FIGURE, ("a", "b", "Dyfed Powys:All ages"))),
    ],
    ids=["figure", "spaces", "picture", "names"],
)
def test_directives_are_read(inner: str, found: Directive) -> None:
    assert directives.read(inner) == found


@pytest.mark.parametrize("inner", ["figure a/b", "chart a", "chart a//b", "video a", "figure", "", "FIGURE a/b/c"])
def test_what_cannot_be_read_says_how_to_write_it(inner: str) -> None:
    said = directives.read(inner)
    assert isinstance(said, str)
    assert "cannot be read" in said


def test_html_is_off_twice() -> None:
    parser = grammar.grammar()
    assert parser.options["html"] is False
    active = {one for rules in parser.get_active_rules().values() for one in rules}
    assert not active & set(grammar.OFF)


@pytest.mark.parametrize(
    "html",
    ["<script>", "<p onclick=x>", "<a href='javascript:x'>", "<!-- x -->", "<!DOCTYPE x>", "<?x?>", "<p style=x>"],
)
def test_the_second_lock_holds_by_itself(html: str) -> None:
    assert safe.faults_of(html)


def test_signs_that_nobody_sees_are_taken_out() -> None:
    assert seen("a\u200bb\u202ec\r\nd\x00") == "abc\nd"
