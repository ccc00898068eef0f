"""What can be asked at the public door: threads, feeds, a reader's own things, the figures."""
