"""What is gathered for an assessment, and what was made."""
