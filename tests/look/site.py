"""A small site on 127.0.0.1 that serves given pages and the look's static files under the doors' strict policy."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread

from pentameter import look

STATIC = Path(look.__file__).parent / "static"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@contextmanager
def serving(pages: Mapping[str, str]) -> Iterator[str]:
    """Serve the pages by their path; gives the address of the site."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content, kind = _find(pages, self.path.partition("?")[0])
            self.send_response(200 if content is not None else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Security-Policy", POLICY)
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _find(pages: Mapping[str, str], path: str) -> tuple[bytes | None, str]:
    if path in pages:
        return pages[path].encode(), "text/html; charset=utf-8"
    file = STATIC / path.removeprefix("/static/")
    if path.startswith("/static/") and file.is_file():
        return file.read_bytes(), guess_type(file.name)[0] or "application/octet-stream"
    return None, "text/plain"
