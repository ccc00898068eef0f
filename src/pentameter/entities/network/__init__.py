"""The network of things as one reader may see it: pure values, measures of them, and where each stands on a chart."""
