"""The rules of screening: what a line may become, when a list may be called clear, what looks like trawling."""
