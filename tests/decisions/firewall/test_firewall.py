"""The firewall: no byte of any answer to any immigration role tells where a person is or how she is helped.

Every address of the staff door is asked by each of these roles, with the ids of what was seeded and with ids that never
were, by GET, HEAD and POST with empty and with plausible bodies; the API with their own system's token.
"""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client

from cast import caseworker, decision_maker, removals_officer, sign_in
from pentameter.accounts import api as accounts
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from tests.decisions.firewall import asking, seeds
from tests.decisions.firewall.seeds import CANARIES, HELP, WHERE, WHO
from tests.public_door import BOTH

pytestmark = [pytest.mark.django_db(databases=BOTH), pytest.mark.once]
SINGING = {f"cases/<uuid:case_id>/{rest}" for rest in ("", "support/notes/", "whereabouts/")}
SAYS_503 = {"health/ready/": "that no worker is alive here, which is so"}


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch) -> Iterator[seeds.Remembered]:
    """The seeds are sown."""
    with seeds.remembering(monkeypatch) as found:
        seeds.sow()
        yield found


def test_every_sealed_field_holds_a_canary(remembered: seeds.Remembered) -> None:
    missing = seeds.without_canary(remembered)
    assert not missing, f"sow a canary in tests/decisions/firewall/seeds.py for: {missing}"


def _leaks(client: Client, forbidden: tuple[str, ...], head: dict[str, str] | None = None) -> tuple[list[str], int]:
    leaks, asked = [], 0
    client.raise_request_exception = False
    for address in asking.addresses():
        for answer in asking.ask(client, address, head):
            asked += 1
            leaks += [
                f"{answer.asked} ({answer.status}) tells {one}" for one in forbidden if one.encode() in answer.said
            ]
            if answer.status >= 500 and address.route not in SAYS_503:
                leaks.append(f"{answer.asked} fails ({answer.status})")
    return leaks, asked


def _token() -> dict[str, str]:
    expires_on = clock.today() + timedelta(days=30)
    agency = removals_officer().agency
    issued = accounts.issue_token(agency=agency, label="their system", expires_on=expires_on, by=SYSTEM)
    return {"Authorization": f"Bearer {issued.token}"}


def test_a_removals_officer_learns_nothing_but_that_a_hold_exists(remembered: seeds.Remembered) -> None:
    leaks, asked = _leaks(sign_in(Client(), removals_officer()), CANARIES)
    assert not leaks, "\n".join(leaks)
    assert asked > 500


def test_a_decision_maker_never_learns_where_she_is_or_how_she_is_helped(remembered: seeds.Remembered) -> None:
    leaks, asked = _leaks(sign_in(Client(), decision_maker()), (WHERE, HELP))
    assert not leaks, "\n".join(leaks)
    assert asked > 500


def test_their_own_system_learns_nothing_either(remembered: seeds.Remembered) -> None:
    leaks, _ = _leaks(Client(), CANARIES, _token())
    assert not leaks, "\n".join(leaks)


def test_who_supports_her_is_told_so_the_canaries_sing(remembered: seeds.Remembered) -> None:
    """The same walk finds them where they may be: what is not found above is not there, rather than not looked for."""
    client = sign_in(Client(), caseworker())
    heard = set()
    for address in asking.addresses():
        if address.route in SINGING:
            heard |= {one for answer in asking.ask(client, address) for one in CANARIES if one.encode() in answer.said}
    assert {HELP, WHERE, WHO} <= heard
