"""An app with background work to test the worker with."""
