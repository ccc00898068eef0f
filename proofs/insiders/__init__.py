"""Whether insiders are seen: patterns sown into a month of plausible work, and what the watch makes of both."""
