"""What is proved by number: `python -m proofs` runs clock cases and state-machine steps, and counts early ends."""
