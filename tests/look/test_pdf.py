"""A PDF is opened again: it is tagged, says its language and title, holds its fonts, and fetched nothing."""

import io
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from pentameter.look.pdf import NoPdf, document, pdf_of

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>A letter</title></head><body><h1>A letter</h1>
<p>Dear Zorana Testová, Żółć, you may ask again until 3 March 2026.</p><table><tr><th scope="col">Day</th></tr>
<tr><td>1</td></tr></table></body></html>"""


def test_it_is_tagged_and_says_its_language_and_title() -> None:
    reader = PdfReader(io.BytesIO(pdf_of(PAGE)))
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en-GB"
    assert reader.metadata is not None
    assert reader.metadata.title == "A letter"
    assert "pdfuaid" in str(reader.xmp_metadata.stream.get_data() if reader.xmp_metadata else "")


def test_its_words_can_be_read_and_its_fonts_are_ours() -> None:
    page = PdfReader(io.BytesIO(pdf_of(PAGE))).pages[0]
    assert "until 3 March 2026" in page.extract_text()
    fonts = page["/Resources"]["/Font"]
    assert isinstance(fonts, DictionaryObject)
    assert all("Atkinson" in str(font.get_object()["/BaseFont"]) for font in fonts.values())


def test_a_document_of_the_demonstration_says_so() -> None:
    text = PdfReader(io.BytesIO(document("look/document.jinja", {}, title="A copy"))).pages[0].extract_text()
    assert "Demonstration data" in text
    real = document("look/document.jinja", {"is_demo": False}, title="A copy")
    assert "Demonstration data" not in PdfReader(io.BytesIO(real)).pages[0].extract_text()


def test_nothing_is_fetched() -> None:
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    server = HTTPServer(("127.0.0.1", 0), Listening)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}"
        pdf_of(PAGE.replace("<h1>", f'<img src="{address}/a.png" alt=""><link rel=stylesheet href="{address}/b"><h1>'))
        pdf_of(PAGE.replace("<h1>", '<img src="file:///etc/hostname" alt=""><h1>'))
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []


def test_without_the_library_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    with pytest.raises(NoPdf, match="print the page"):
        pdf_of(PAGE)
