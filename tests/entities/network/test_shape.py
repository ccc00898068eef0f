"""The bare shape: pairs once, however many edges join them, in any direction."""

from entities.network.networks import network, thing


def test_pairs_are_counted_by_their_reports() -> None:
    shape = network(3, [(0, 1), (1, 0), (1, 2)]).shape
    assert shape.weights == {(0, 1): 2, (1, 2): 1}
    assert shape.neighbours == ((1,), (0, 2), (1,))
    assert shape.number[thing(2)] == 2
    assert shape.as_graph().num_edges() == 2
