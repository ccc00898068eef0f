"""Decisions on a person's protection, asylum and removal, and the screening of removal lists."""
