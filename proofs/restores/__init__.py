"""The proof that a backup can be restored: drills while people write, and everything that was acknowledged before."""
