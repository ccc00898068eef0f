"""People who were exploited: what protects each of them, since when, and until when at the earliest."""
