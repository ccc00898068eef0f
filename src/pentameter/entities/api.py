"""The door for other contexts: frozen values and ids."""

from pentameter.entities.keys import digest_of_asked
from pentameter.entities.linkage.api import PersonFacts, model
from pentameter.entities.network.asked import Asked
from pentameter.entities.network.flow_drawing import FlowChart
from pentameter.entities.network.graph import Edge, Network, Node
from pentameter.entities.network.measures import Holder, SharedPhone, components, holders, shared_phones
from pentameter.entities.network.routes import CountedFlow, Flow, Stream, flows, for_the_public, streams
from pentameter.entities.network.routes import Way as RouteWay
from pentameter.entities.network.wording import holds, what
from pentameter.entities.queries.alike import things_like
from pentameter.entities.queries.checking import Checked, check_placings, unplaced
from pentameter.entities.queries.counting import Among, LedgerMark, SeenPeople, SeenPerson, ledger_mark, seen_people
from pentameter.entities.queries.doubtful import linkage_of
from pentameter.entities.queries.following import MatchingStanding, standing, waiting_again
from pentameter.entities.queries.interests import Call, InterestLine, InterestPage, unseen
from pentameter.entities.queries.ledger import LedgerLine, Undone
from pentameter.entities.queries.listing import ThingLine, ThingsPage
from pentameter.entities.queries.named import NamedVictims, named_victims, named_victims_mark
from pentameter.entities.queries.network import Found, network
from pentameter.entities.queries.outline import Outline, outline
from pentameter.entities.queries.placed import same_things
from pentameter.entities.queries.roles import Roles, roles_of_things
from pentameter.entities.queries.routes import CountedFlows, flows_counted, ways
from pentameter.entities.queries.shared import SharedCount, SharedCounts, pairs_waiting, shared_counts
from pentameter.entities.queries.things import ThingView
from pentameter.entities.queries.waiting import ReviewWaiting, review_waiting
from pentameter.entities.rules.judgements import Finding, Way
from pentameter.entities.rules.redrawing import Linkage, drawn, likeliest
from pentameter.entities.services import list_things, mend_placings, show_thing
from pentameter.entities.services.disposing import forget_report
from pentameter.entities.services.following import Step, place_next
from pentameter.entities.services.rebuilding import Mended
from pentameter.entities.services.rematching import Rematched, match_again_next, match_all_again

__all__ = [
    "Among",
    "Asked",
    "Call",
    "Checked",
    "CountedFlow",
    "CountedFlows",
    "Edge",
    "Finding",
    "Flow",
    "FlowChart",
    "Found",
    "Holder",
    "InterestLine",
    "InterestPage",
    "LedgerLine",
    "LedgerMark",
    "Linkage",
    "MatchingStanding",
    "Mended",
    "NamedVictims",
    "Network",
    "Node",
    "Outline",
    "PersonFacts",
    "Rematched",
    "ReviewWaiting",
    "Roles",
    "RouteWay",
    "SeenPeople",
    "SeenPerson",
    "SharedCount",
    "SharedCounts",
    "SharedPhone",
    "Step",
    "Stream",
    "ThingLine",
    "ThingView",
    "ThingsPage",
    "Undone",
    "Way",
    "check_placings",
    "components",
    "digest_of_asked",
    "drawn",
    "flows",
    "flows_counted",
    "for_the_public",
    "forget_report",
    "holders",
    "holds",
    "ledger_mark",
    "likeliest",
    "linkage_of",
    "list_things",
    "match_again_next",
    "match_all_again",
    "mend_placings",
    "model",
    "named_victims",
    "named_victims_mark",
    "network",
    "outline",
    "pairs_waiting",
    "place_next",
    "review_waiting",
    "roles_of_things",
    "same_things",
    "seen_people",
    "shared_counts",
    "shared_phones",
    "show_thing",
    "standing",
    "streams",
    "things_like",
    "unplaced",
    "unseen",
    "waiting_again",
    "ways",
    "what",
]
