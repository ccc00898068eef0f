"""The data that the browser draws: what mark-up could take for its own is escaped, and lines say what joins."""

import json
from dataclasses import replace

from entities.network.networks import edge, network, thing
from pentameter.entities.network.asked import Asked
from pentameter.entities.network.sight import sight_of
from pentameter.entities.network_pages.browser import data_of
from pentameter.entities.network_pages.rows import ThingRow
from pentameter.intelligence.intake.relations import Relation


def test_lines_say_the_clearest_first_and_point_its_way() -> None:
    of = network(2, [])
    of = replace(of, edges=(edge(0, 1, Relation.NAMED_TOGETHER), edge(1, 0, Relation.CONTROLS, report=1)))
    data = json.loads(str(data_of(sight_of(of, Asked(), ()), (), None, {"open": "/x/"})))
    (line,) = data["edges"]
    assert (line["source"], line["target"]) == (str(thing(1)), str(thing(0)))
    assert (line["name"], line["weak"], line["hand"]) == ("controls", False, False)
    assert data["ways"] == {"open": "/x/"}


def test_what_ends_an_element_is_escaped() -> None:
    of = network(1, [])
    node = replace(of.nodes[0], label="</script>&<b>")
    sight = sight_of(replace(of, nodes=(node,)), Asked(), ())
    row = ThingRow(node, "Person", 0, "Durham", "today", "", "", "")
    text = str(data_of(sight, (row,), node.id, {}))
    assert not {"<", ">", "&"} & set(text)
    assert json.loads(text)["nodes"][0]["full"] == "</script>&<b>"
    assert json.loads(text)["focus"] == str(node.id)
