"""Background work and acts that are done once: the only importer of django-tasks."""
