"""What the templates of the picture are given: values with their charts, links and words."""
