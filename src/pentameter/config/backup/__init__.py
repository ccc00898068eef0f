"""Backups: taken while people write, sealed to those who may restore, and restored with proof that all is there."""
