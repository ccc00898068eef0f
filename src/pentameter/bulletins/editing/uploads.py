"""A picture that streams in stays in memory until it was made anew: the file that was sent is kept nowhere."""

from pentameter.access.api import Operation
from pentameter.bulletins.editing.rules.pictures import LARGEST
from pentameter.work.api import OneInMemory


class PictureHandler(OneInMemory):
    """The picture of a page that sends one."""

    page, operation, largest, name = "editing:pictures", Operation.WRITE_STORY, LARGEST, "picture"
