"""What the templates of the network are given."""
