from django.apps import AppConfig


class EntitiesConfig(AppConfig):
    """Mentions, judgements, canonical people and things, links."""

    name = "pentameter.entities"
    label = "entities"
