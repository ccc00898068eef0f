"""Statistics on the public site: what was released, version by version, with its files."""
