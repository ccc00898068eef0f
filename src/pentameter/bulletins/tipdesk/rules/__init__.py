"""What is right at the desk of tip-offs: states with their owners, and when contents are let go."""
