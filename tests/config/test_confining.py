"""The public process opens nothing of the staff's, whoever has taken it over; and still serves."""

from pathlib import Path

import pytest

from installations import installation
from pentameter.config.confining import open_paths

PUBLIC = "pentameter.config.settings.public"
_TAKEN_OVER = """
import sqlite3, threading
from django.conf import settings
places = settings.PLACES
for one in (places.staff_database, places.public_database):
    one.touch()  # where the data are in PostgreSQL, too
link = places.public_database.with_name("link")
link.symlink_to(places.staff_database)
from pentameter.config import wsgi_public
from django.test import Client

def tried(act):
    try:
        act()
        return "opened"
    except (OSError, sqlite3.Error) as refused:
        return type(refused).__name__

def told():
    print("database", tried(lambda: sqlite3.connect(places.staff_database).execute("SELECT * FROM victims_case")))
    print("bytes", tried(lambda: open(places.staff_database, "rb")))
    print("key", tried(lambda: open(places.keys / "root.key")))
    print("tips", tried(lambda: open(places.keys / "tips.key")))
    print("folder", tried(lambda: list(places.data.iterdir())))
    print("new", tried(lambda: open(places.data / "new", "w")))
    print("link", tried(lambda: open(link)))
    print("public", tried(lambda: open(places.public_database, "rb")))

told()
other = threading.Thread(target=told)
other.start()
other.join()
print("page", Client().get("/", headers={"host": "localhost"}).status_code)
"""


@pytest.mark.django_db
def test_taken_over_it_opens_nothing_of_the_staffs(tmp_path: Path) -> None:
    with installation(tmp_path, DJANGO_SETTINGS_MODULE=PUBLIC) as place:
        said = [line.split() for line in place.run("-c", _TAKEN_OVER).splitlines() if len(line.split()) == 2]
    for what in ("database", "bytes", "key", "tips", "folder", "new", "link"):
        assert [outcome for name, outcome in said if name == what] in (
            ["PermissionError"] * 2,
            ["OperationalError"] * 2,
        ), what
    assert [outcome for name, outcome in said if name == "public"] == ["opened"] * 2
    assert ["page", "200"] in said


def test_all_but_what_is_shut(tmp_path: Path) -> None:
    for name in ("data/public", "data/files", "data.keys", "other"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "data" / "staff.sqlite3").touch()
    paths = set(open_paths([tmp_path / "data", tmp_path / "data.keys"], [tmp_path / "data" / "public"]))
    assert tmp_path / "other" in paths
    assert tmp_path / "data" / "public" in paths
    assert not {tmp_path / "data", tmp_path / "data.keys", tmp_path, tmp_path / "data" / "staff.sqlite3"} & paths
    assert Path("/usr") in paths
