"""What is shown once is sealed until then, and gone after."""

from django.contrib.sessions.backends.base import SessionBase

from pentameter.accounts import shown_once


class Session(SessionBase):
    """A session that lies nowhere."""

    def load(self) -> dict[str, object]:
        return {}


def test_it_is_there_once() -> None:
    session = Session("a")
    shown_once.keep(session, "pentameter_secret")
    assert "secret" not in str(dict(session.items()))
    assert shown_once.take(session) == "pentameter_secret"
    assert shown_once.take(session) == ""
