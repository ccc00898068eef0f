"""Statistics that identify nobody: from a frozen query to a signed release.

Behind the staff door, but for `shelf`: what was released, in the public database.
"""
