"""The page that shows people the rules that bind them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pentameter.access.guards import StaffRequest, may
from pentameter.access.matrix import described
from pentameter.access.operations import Operation
from pentameter.access.queries import ROLES, rules_page
from pentameter.kernel.actor import Role


@require_safe
@may(Operation.VIEW_MATRIX)
def matrix(request: StaffRequest) -> HttpResponse:
    """Who may do what, and what nobody may ever see: for one's own role first, or for the one that is asked for."""
    asked = request.GET.get("role", "")
    page = rules_page(Role(asked) if asked in {*ROLES} else request.actor.role)
    words = {operation: one.words for operation, one in described().items()}
    return render(request, "access/matrix.jinja", {"page": page, "roles": ROLES, "words": words})
