from django.apps import AppConfig


class KeyringConfig(AppConfig):
    """Keyring."""

    name = "pentameter.keyring"
    label = "keyring"
