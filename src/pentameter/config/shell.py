"""What every page of a door needs to know: who is signed in, where they may go, whether this is a demonstration."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from pentameter.access.api import Operation, decide
from pentameter.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Way:
    """An entry of the main navigation; one that opens `ways` of its own has no address."""

    label: str
    url: str
    current: bool
    ways: tuple["Way", ...] = ()


_WAYS = (
    ("Home", "home", Operation.VIEW_HOME),
    ("Cases", "victims:cases", Operation.VIEW_CASES),
    ("Picture", "picture:picture", Operation.VIEW_PICTURE),
    ("Estimates", "scale:runs", Operation.VIEW_ESTIMATES),
    ("Releases", "releases:releases", Operation.VIEW_RELEASES),
    ("Forces", "picture:forces", Operation.VIEW_FORCE),
    ("Reports", "intelligence:reports", Operation.READ_REPORT),
    ("Network", "entities:network", Operation.VIEW_NETWORK),
    ("Review", "entities:queue", Operation.JUDGE_PAIR),
    ("Things", "entities:things", Operation.VIEW_THINGS),
    ("Intake", "intelligence:intake", Operation.VIEW_INTAKE),
    ("Tip-offs", "tipdesk:tips", Operation.VIEW_TIPS),
    ("Alerts", "victims:alerts", Operation.VIEW_ALERTS),
    ("Operations", "operations:operations", Operation.VIEW_OPERATIONS),
    ("Decisions", "decisions:matters", Operation.VIEW_MATTERS),
    ("Justice", "justice:investigations", Operation.VIEW_INVESTIGATIONS),
    ("Laws", "justice:laws", Operation.VIEW_LAWS),
    ("Screening", "decisions:screening", Operation.SCREEN_LIST),
    ("Screening", "decisions:desk", Operation.ANSWER_SCREENING),
    ("Hold", "decisions:hold", Operation.LOOK_UP_HOLD),
    ("Bulletins", "editing:stories", Operation.VIEW_STORIES),
    ("Moderation", "moderation:queue", Operation.MODERATE_COMMENTS),
    ("Comments", "moderation:articles", Operation.CLOSE_COMMENTS),
    ("Appeals", "moderation:appeals", Operation.ANSWER_APPEALS),
    ("People", "accounts:people", Operation.VIEW_PEOPLE),
    ("Oversight", "oversight:flags", Operation.VIEW_FLAGS),
    ("Audit", "audit:verify", Operation.VERIFY_AUDIT),
)
_GROUPS = {
    "Cases": ("victims:cases", "victims:alerts", "decisions:hold"),
    "Picture": ("picture:picture", "scale:runs", "releases:releases", "picture:forces"),
    "Intelligence": (
        *("intelligence:reports", "intelligence:intake"),
        *("entities:network", "entities:queue", "entities:things", "tipdesk:tips"),
    ),
    "Decisions": ("decisions:matters", "decisions:screening", "decisions:desk"),
    "Justice": ("justice:investigations", "justice:laws"),
    "Operations": ("operations:operations", "accounts:people", "oversight:flags"),
}
"""What stands together in the main navigation, so that it stays on one line. A group of one is that one."""
_GROUP_OF = {name: group for group, names in _GROUPS.items() for name in names}

_PUBLIC_WAYS = (
    ("Home", "bulletins:home"),
    ("Bulletins", "bulletins:bulletins"),
    ("Statistics", "bulletins:statistics:statistics"),
    ("In danger now", "bulletins:danger"),
    ("Worried about someone", "bulletins:help"),
    ("Tell us something", "tips:start"),
    ("Your comments", "comments:own"),
)


def shell(request: HttpRequest) -> dict[str, object]:
    """The shell's part of a page's context."""
    actor: Actor | None = getattr(request, "actor", None)
    return {
        "actor": actor,
        "is_demo": settings.IS_DEMO,
        "nav": _public_ways(request.path) if settings.DOOR == "public" else _ways(actor, request.path) if actor else [],
        "sign_out_url": reverse("account_logout") if actor else "",
        "agency_name": actor.agency_name if actor else "",
        "search_url": _search_url(actor) if settings.DOOR == "staff" else "",
        "own_url": reverse("accounts:own") if actor else "",
        "idempotency_key": _fresh_key() if settings.DOOR == "staff" else "",
        "names": _names,
    }


def _search_url(actor: Actor | None) -> str:
    """Where the header's box sends what is typed, by POST: a name stands in no address."""
    allowed = actor is not None and decide(actor, Operation.SEARCH, purpose="to see the way").allowed
    return reverse("entities:search") if allowed else ""


def _names(ids: Iterable[str] | None = None) -> dict[str, str]:
    """What actors are called. Contexts above the accounts may not ask for it themselves; their pages may."""
    from pentameter.accounts.api import names

    return names(ids)


def _fresh_key() -> str:
    from pentameter.work.api import fresh_key

    return fresh_key()


def _public_ways(path: str) -> list[Way]:
    ways = ((gettext(label), reverse(name)) for label, name in _PUBLIC_WAYS)
    return [Way(label, url, path == url) for label, url in ways]


def _ways(actor: Actor, path: str) -> list[Way]:
    """Where the actor may go: ways of one group stand where the first of them stood."""
    found: dict[str, list[Way]] = {}
    open_ways = [one for one in _WAYS if decide(actor, one[2], purpose="to see the way").allowed]
    here = max((reverse(name) for _, name, _ in open_ways if path.startswith(reverse(name))), key=len, default="")
    for label, name, _ in open_ways:
        url = reverse(name)
        way = Way(label, url, url == here and (url != "/" or path == "/"))
        found.setdefault(_GROUP_OF.get(name, name), []).append(way)
    return [_grouped(group, tuple(ways)) for group, ways in found.items()]


def _grouped(group: str, ways: tuple[Way, ...]) -> Way:
    return ways[0] if len(ways) == 1 else Way(group, "", any(way.current for way in ways), ways)
