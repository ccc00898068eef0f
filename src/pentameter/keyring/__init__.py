"""The versions of the root key, and the keys that they wrap."""
