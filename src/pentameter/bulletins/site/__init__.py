"""The public site: its pages, and the bulletins that were published."""
