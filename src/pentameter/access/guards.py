"""Guards for views: they read as a sentence above the function they guard."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase

from pentameter.access.operations import Operation
from pentameter.access.rules import decide, reach
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require

P = ParamSpec("P")


V = TypeVar("V", bound=Callable[..., HttpResponseBase])


class StaffRequest(HttpRequest):
    """A request whose actor is known. The accounts' middleware sets it."""

    actor: Actor


class StaffView(Protocol[P]):
    """A view of the staff door, with the operation that it asks for."""

    operation: Operation

    def __call__(self, request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase: ...


def may(
    operation: Operation, *, hidden: bool = False
) -> Callable[[Callable[Concatenate[StaffRequest, P], HttpResponseBase]], StaffView[P]]:
    """Let through only who is signed in in a role that may ever do `operation`. Records are decided on one by one.

    `hidden`: for every other role there is nothing here at all.
    """

    def guard(view: Callable[Concatenate[StaffRequest, P], HttpResponseBase]) -> StaffView[P]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            actor = getattr(request, "actor", None)
            if actor is None:
                return redirect_to_login(request.get_full_path())
            verdict = decide(actor, operation, purpose="to open the page")
            require(replace(verdict, hidden=True) if hidden and reach(actor, operation) is None else verdict)
            return view(cast(StaffRequest, request), *args, **kwargs)

        staff = cast(StaffView[P], guarded)
        staff.operation = operation
        return staff

    return guard


def open_because(reason: str) -> Callable[[V], V]:
    """Say why a view asks for no operation: nobody is signed in yet, or it guards itself. Every other view has one."""

    def mark(view: V) -> V:
        view.open_because = reason  # type: ignore[attr-defined]  # functions carry what they are told
        return view

    return mark
