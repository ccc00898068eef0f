"""No one is let in: every address of both doors, asked by everybody about everything, against the policy restated."""
