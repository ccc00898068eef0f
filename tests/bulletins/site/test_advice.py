"""What people in danger are told has its source, and what is to be confirmed says so."""

import csv
import re
from pathlib import Path

import pytest

from pentameter.bulletins.site import advice as module
from pentameter.bulletins.site.advice import advice
from public_door import public_door

DATA = Path(module.__file__).with_name("data")


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines()))


def test_every_sentence_has_a_source_and_every_source_is_used() -> None:
    used = {code for row in rows("advice") for code in row["source"].split(" ")}
    assert used == {row["code"] for row in rows("sources")}
    assert {row["standing"] for row in rows("sources")} == {"read", "to confirm"}


def test_what_is_to_be_confirmed_says_so() -> None:
    said = advice("signs")
    assert [one.code for one in said.sources] == ["ilo", "unodc"]
    assert [one.to_confirm for one in said.parts["signs"]].count(True) == 2
    with pytest.raises(KeyError):
        advice("no such part")


@pytest.mark.django_db(databases=["default", "public"])
@pytest.mark.parametrize("path", ["/in-danger/", "/help/"])
def test_a_page_says_only_what_has_a_source(path: str) -> None:
    with public_door() as browser:
        page = browser.get(path).content.decode()
    body = page.partition('<main id="main"')[2].partition("</main>")[0]
    listed, sources = body.split('id="sources"')
    told = {re.sub(r"\*", "", row["words"]) for row in rows("advice")}
    for line in re.findall(r"<li>(.*?)</li>", listed):
        assert re.sub(r"<[^>]+>", "", line).removesuffix(" (to confirm)") in told
    assert sources.count("<li>") == len({*re.findall(r"<li>(.*?)</li>", sources)}) > 4
    assert ("(to confirm)" in listed) == (path == "/help/")
