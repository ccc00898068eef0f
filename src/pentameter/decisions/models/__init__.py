"""Decisions on people, and removal lists with the answers to their lines."""

from pentameter.decisions.models.screening import LineAct, ListKey, ListLine, RemovalList, TrawlingAlert

__all__ = ["LineAct", "ListKey", "ListLine", "RemovalList", "TrawlingAlert"]
