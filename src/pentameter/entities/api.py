"""The door for other contexts: frozen values and ids."""

from pentameter.entities.network.asked import Asked
from pentameter.entities.network.graph import Edge, Network, Node
from pentameter.entities.network.routes import Flow, Stream, Way, flows, for_the_public, streams
from pentameter.entities.queries.network import Found, network
from pentameter.entities.queries.routes import ways

__all__ = [
    "Asked",
    "Edge",
    "Flow",
    "Found",
    "Network",
    "Node",
    "Stream",
    "Way",
    "flows",
    "for_the_public",
    "network",
    "streams",
    "ways",
]
