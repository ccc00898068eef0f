"""What the themes of reports are called."""

from pentameter.intelligence.api import Theme

THEMES: dict[str, str] = {theme.value: theme.value.replace("_", " ").capitalize() for theme in Theme} | {
    Theme.UNKNOWN.value: "Theme not known"
}
