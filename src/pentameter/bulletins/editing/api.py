"""The door for other contexts: for the demonstration, and for what needs an editor today."""

from pentameter.bulletins.editing.queries.stories import is_written, story_version, taken_off, waiting_for_a_reader
from pentameter.bulletins.editing.services.bringing import bring_waiting
from pentameter.bulletins.editing.services.publishing import publish_story
from pentameter.bulletins.editing.services.reading import approve_story, submit_story
from pentameter.bulletins.editing.services.writing import Written, save_translation, start_story
from pentameter.bulletins.site.vocabulary import Language, Subject

__all__ = [
    "Language",
    "Subject",
    "Written",
    "approve_story",
    "bring_waiting",
    "is_written",
    "publish_story",
    "save_translation",
    "start_story",
    "story_version",
    "submit_story",
    "taken_off",
    "waiting_for_a_reader",
]
