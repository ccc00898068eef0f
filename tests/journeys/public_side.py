"""All that stands on the public side: every page that a link leads to, every feed, every row of its database."""

import re
import sqlite3
from collections.abc import Iterator
from html import unescape
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import psycopg
from psycopg import sql

from journeys.conftest import Doors

_LINK = re.compile(r'(?:href|src)="([^"]+)"')
_FEED = re.compile(r"<link>([^<]+)</link>")
_NOT_FOLLOWED = ("/static/", "/reader/", "/health/", "/bulletins/search/")
_WORDS = ("text/", "application/atom", "application/rss", "application/feed", "application/json", "application/csvm")


def fetched(address: str) -> tuple[int, str, bytes]:
    """The status, the kind and the content of an address, asked for without a cookie."""
    try:
        with urlopen(address, timeout=30) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read()
    except HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read()


def everything_readable(doors: Doors, *more: str) -> dict[str, str]:
    """Every page and feed that a link leads to from the first page and from `more`, by its path."""
    todo, found = ["/", *more], dict[str, str]()
    while todo:
        path = todo.pop()
        if path in found or path.startswith(_NOT_FOLLOWED):
            continue
        _, kind, content = fetched(doors.public + path)
        found[path] = unescape(content.decode()) if kind.startswith(_WORDS) else ""
        todo += _ways_on(found[path], doors.public, path)
    return found


def _ways_on(page: str, site: str, path: str) -> Iterator[str]:
    for link in (*_LINK.findall(page), *_FEED.findall(page)):
        parts = urlsplit(urljoin(site + path, link))
        if f"{parts.scheme}://{parts.netloc}" == site:
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def columns_holding(doors: Doors, words: str) -> set[str]:
    """The columns of the public database in which words stand, as TABLE.COLUMN."""
    return set(_in_postgres(doors, words) if doors.installed.public else _in_files(doors, words))


def _in_files(doors: Doors, words: str) -> Iterator[str]:
    database = doors.installed.data / "public" / "public.sqlite3"
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for _, column, *_rest in connection.execute(f'PRAGMA table_info("{table}")').fetchall():
                holds = f'SELECT count(*) FROM "{table}" WHERE instr(CAST("{column}" AS BLOB), CAST(? AS BLOB))'
                if connection.execute(holds, (words,)).fetchone()[0]:
                    yield f"{table}.{column}"
    finally:
        connection.close()


_COLUMNS = "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'"


def _in_postgres(doors: Doors, words: str) -> Iterator[str]:
    with psycopg.connect(doors.installed.public) as connection:
        for table, column, kind in connection.execute(_COLUMNS).fetchall():
            content = (
                sql.Identifier(column)
                if kind == "bytea"
                else sql.SQL("convert_to({}::text, 'UTF8')").format(sql.Identifier(column))
            )
            asked = sql.SQL("SELECT count(*) FROM {} WHERE position(%s IN {}) > 0").format(
                sql.Identifier(table), content
            )
            row = connection.execute(asked, (words.encode(),)).fetchone()
            if row and row[0]:
                yield f"{table}.{column}"
