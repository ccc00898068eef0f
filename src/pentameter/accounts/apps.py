from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts."""

    name = "pentameter.accounts"
    label = "accounts"
