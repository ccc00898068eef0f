"""Background entry points: one service call each."""

from pentameter.accounts.services.browsers import TELL, tell_of_browser
from pentameter.kernel.actor import SYSTEM
from pentameter.work.api import background


@background(TELL)
def tell_of_new_browser(identifier: str) -> None:
    """Tell a person of a browser that was not seen before."""
    tell_of_browser(browser_id=int(identifier), by=SYSTEM)
