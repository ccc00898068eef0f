"""How everything looks and speaks: templates, the skin, charts as SVG. No models."""
