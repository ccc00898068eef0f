"""Charts as SVG: pure functions of frozen values, each with a table that says the same."""
