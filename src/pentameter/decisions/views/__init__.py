"""The pages of decisions and screening."""
