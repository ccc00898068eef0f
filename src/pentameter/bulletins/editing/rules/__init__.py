"""What is right: how a story goes on, what may be published, what a picture may be."""
