"""Tip-offs as the public door keeps them: sealed to a key that only the staff side has."""
