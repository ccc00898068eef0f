"""The guards on views, each for itself: it lets through the roles of which the policy lets somebody in, and no other.

Behind it each service decides again about the record. The walk sees only what both of them let through.
"""

from collections.abc import Iterator
from types import FunctionType

from tests.decisions.firewall.asking import Address

from pentameter.access.rules import reach
from pentameter.kernel.actor import Role
from proofs.let_in import policy
from proofs.let_in.addresses import STAFF
from proofs.let_in.people import READERS

WHOLE = "picture/"
NARROWED = frozenset({"picture/protection/", "picture/outcomes/", "picture/estimates/"})
"""Sections of the picture: one view shows them all, to whoever sees some of it. Its service knows who sees which."""


def guard_of(view: object) -> FunctionType | None:
    """The function that guards a view, beneath whatever says no to methods."""
    while view is not None:
        if isinstance(view, FunctionType) and view.__code__.co_freevars == ("hidden", "operation", "view"):
            return view
        view = getattr(view, "__wrapped__", None)
    return None


def otherwise(addresses: list[Address]) -> list[str]:
    """The addresses whose guards let through other roles than the policy."""
    return [told for one in addresses for told in _at(one)]


def _at(address: Address) -> Iterator[str]:
    guard = guard_of(address.view)
    if guard is None or address.route not in STAFF:
        return
    operation = dict(zip(guard.__code__.co_freevars, guard.__closure__ or (), strict=True))["operation"].cell_contents
    people = [one for one in READERS if one.actor and not one.token and not one.weak]
    through = {one.role for one in people if one.actor and reach(one.actor, operation) is not None}
    rule = STAFF[WHOLE if address.route in NARROWED else address.route][1]
    wanted = {one.role for one in people if policy.ever(rule, one)}
    if through != wanted:
        besides, kept = _words(through - wanted), _words(wanted - through)
        yield f"/{address.route}: its guard, {operation.value}, lets through {besides} besides and keeps out {kept}"


def _words(roles: set[Role | None]) -> str:
    return ", ".join(sorted(one.label for one in roles if one)) or "nobody"
