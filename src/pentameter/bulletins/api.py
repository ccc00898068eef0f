"""The door for other contexts."""
