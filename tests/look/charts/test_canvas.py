"""The canvas: it escapes, it shortens, it names what it links to."""

from pentameter.look.charts.canvas import Canvas, shape, short
from tests.look.charts.drawing import read


def test_coordinates_are_short() -> None:
    assert [short(v) for v in (1.0, 1.04, 1.25, 12)] == ["1", "1", "1.2", "12"]


def test_attributes_are_escaped_and_named_as_in_svg() -> None:
    assert shape("rect", fill_opacity=0.5, class_='a"b', stroke=None) == '<rect fill-opacity="0.5" class="a&#34;b"/>'


def test_words_that_would_leave_the_frame_are_shortened_and_kept_in_a_title() -> None:
    canvas = Canvas(60, "t")
    canvas.say("Durham Constabulary", 0, 12)
    drawing = read(canvas.finish(20, "x"))
    assert drawing.words()[0].text.endswith("…")
    assert drawing.titles() == ["Durham Constabulary"]


def test_a_link_says_where_it_leads_and_makes_the_drawing_a_group() -> None:
    canvas = Canvas(60, "t")
    with canvas.thing("<Durham>", "/reports?a=1&b=2"):
        canvas.draw("rect", width=1)
    drawn = canvas.finish(20, "x")
    assert 'role="group"' in drawn
    assert 'href="/reports?a=1&amp;b=2"><title>&lt;Durham&gt;</title>' in drawn


def test_without_links_it_is_one_image() -> None:
    assert 'role="img"' in Canvas(60, "t").finish(20, "x")


def test_pinned_words_keep_their_width_in_any_font() -> None:
    canvas = Canvas(300, "t", pinned=True)
    canvas.say("Durham", 0, 12, size=10)
    assert 'lengthAdjust="spacingAndGlyphs"' in canvas.body()
