"""What is right in moderation, as pure functions: the acts, the ladder, the scoring of spam."""
