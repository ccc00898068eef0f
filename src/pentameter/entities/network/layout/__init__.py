"""Where each thing stands on a chart: worked out here once, so that everyone is shown the same picture.

Each component is laid out by itself, its names are moved apart, and the components are packed side by side, the largest
first. A position depends on the network alone: no chance, no clock, and nothing that its reader may not see.
"""

from pentameter.entities.network.layout.boxes import Box
from pentameter.entities.network.layout.chart import Layout, lay_out

__all__ = ["Box", "Layout", "lay_out"]
