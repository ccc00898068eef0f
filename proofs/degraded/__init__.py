"""A bad night: the disk is full, the database is away, takes no writes, or does not move; and people work on."""
