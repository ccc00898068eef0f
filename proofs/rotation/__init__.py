"""The root key changes while people read and write: every key opens afterwards, and nobody is turned away meanwhile."""
