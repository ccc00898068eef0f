"""What is proved by number: `python -m proofs` runs clock cases and state-machine steps, and counts early ends.

`python -m proofs.hostile` sends hostile comments; `python -m proofs.releases` makes random releases and attacks them.
"""
