"""The file of agency sign-ins: read, or refused with a sentence."""

import json
from pathlib import Path

import pytest

from pentameter.accounts import oidc

ENTRY = {
    "id": "durham",
    "agency": "durham",
    "name": "Durham Constabulary",
    "server_url": "https://id.example.org",
    "client_id": "pentameter",
    "secret": "s",
}


def written(tmp_path: Path, text: str) -> str:
    file = tmp_path / "oidc.json"
    file.write_text(text)
    return str(file)


def test_it_is_off_by_default() -> None:
    assert oidc.providers("") == {}


def test_an_entry_becomes_a_sign_in_whose_token_alone_is_believed(tmp_path: Path) -> None:
    found = oidc.providers(written(tmp_path, json.dumps([ENTRY])))["openid_connect"]
    assert found["OAUTH_PKCE_ENABLED"]
    (app,) = found["APPS"]
    assert app["provider_id"] == "durham"
    assert app["settings"] == {"server_url": "https://id.example.org", "agency": "durham", "fetch_userinfo": False}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "cannot be read as JSON"),
        ("{}", "must hold a list"),
        ("[1]", "entry 1 lacks id, agency"),
        (json.dumps([ENTRY, {**ENTRY, "secret": None}]), "entry 2 lacks secret"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(oidc.OidcUnreadable, match=sentence):
        oidc.providers(written(tmp_path, text))


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(oidc.OidcUnreadable, match="cannot be read"):
        oidc.providers(str(tmp_path / "nothing.json"))


@pytest.mark.parametrize(
    ("changed", "sentences"),
    [
        ({}, []),
        ({"server_url": "http://id.example.org"}, ["must begin with https"]),
        ({"server_url": "http://127.0.0.1:9000"}, []),
        ({"agency": "nowhere"}, ["there is no agency 'nowhere'"]),
    ],
)
def test_what_the_doctor_says(tmp_path: Path, changed: dict[str, str], sentences: list[str]) -> None:
    apps = oidc.apps(written(tmp_path, json.dumps([{**ENTRY, **changed}])))
    found = oidc.weaknesses(apps, frozenset({"durham"}))
    assert len(found) == len(sentences)
    assert all(sentence in said for said, sentence in zip(found, sentences, strict=True))
