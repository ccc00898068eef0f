"""Python reads this as it starts wherever this folder is on its path: processes that tests start are guarded too."""

from loopback_only import guard

guard()  # under a name of its own: tests ask for `OSError`, which both are
