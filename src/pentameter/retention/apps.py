from django.apps import AppConfig


class RetentionConfig(AppConfig):
    """Review, retain, dispose; agencies that leave; what is given to whoever asks what is held about them."""

    name = "pentameter.retention"
    label = "retention"
