"""What an assessment is, and what is right for it: pure functions of frozen values."""
