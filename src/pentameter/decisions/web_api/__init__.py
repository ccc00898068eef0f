"""The API by which immigration enforcement's own system has lists checked: the same path as the pages."""

from pentameter.decisions.web_api.lists import router

__all__ = ["router"]
