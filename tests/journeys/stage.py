"""Who stands where in J8: one telling with scripts and one without, each with people and articles of its own."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from playwright.sync_api import Locator, Page, expect

from browser import BrowserPage, assert_fits
from browser.staff import looked_at
from journeys.conftest import Doors

T = TypeVar("T")
PATIENCE = 120


@dataclass(frozen=True)
class Reader:
    """Somebody outside, invented. The name is the one that they show."""

    name: str

    @property
    def address(self) -> str:
        """Where their letters go."""
        return f"{self.name.split()[0].lower()}@example.org"


@dataclass(frozen=True)
class Telling:
    """What differs between the two tellings. `protected`: somebody of the demonstration who must not be named."""

    key: str
    scripts: bool
    upheld: bool
    writer: Reader
    reporter: Reader
    protected: tuple[str, str]

    @property
    def release(self) -> str:
        """The address of the release."""
        return f"referrals-{self.key}"

    @property
    def title(self) -> str:
        """Of the bulletin."""
        return f"Who was referred, told {self.key}"


SCRIPTS = Telling(
    key="with-scripts",
    scripts=True,
    upheld=True,
    writer=Reader("Juniper Quillfeather"),
    reporter=Reader("Rowan Tarnside"),
    protected=("Elira", "Hoxhallari"),
)
NO_SCRIPTS = Telling(
    key="without-scripts",
    scripts=False,
    upheld=False,
    writer=Reader("Sorrel Quillfeather"),
    reporter=Reader("Bracken Tarnside"),
    protected=("Desislava", "Mladencheva"),
)


@dataclass(frozen=True)
class Stage:
    """A telling on the running doors."""

    told: Telling
    doors: Doors
    signed_in: Callable[..., Page]
    browser_page: BrowserPage
    arrived: dict[str, Page] = field(default_factory=dict)

    def arrive(self, *usernames: str) -> None:
        """People who work here come and sign in."""
        for username in usernames:
            self.arrived[username] = self.signed_in(username, scripts=self.told.scripts)

    def staff(self, username: str) -> Page:
        """Somebody who works here, signed in, on their first page."""
        if username in self.arrived:
            self.arrived[username].goto(f"{self.doors.staff}/")
        else:
            self.arrive(username)
        return self.arrived[username]

    def outside(self, width: int = 1280, *, expect: tuple[str, ...] = ()) -> Page:
        """Somebody outside, before the public door."""
        page = self.browser_page(width, scripts=self.told.scripts, expect=expect)
        page.goto(self.doors.public)
        return page

    def look(self, page: Page, name: str) -> None:
        """The page is as it should be. Axe is a script, so that it looks at the telling with scripts alone."""
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        if self.told.scripts:
            looked_at(page, f"j8-{name}")
        else:
            assert_fits(page)

    def look_at_both_widths(self, page: Page, name: str) -> None:
        """As on a desk and on a phone."""
        size = page.viewport_size
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            self.look(page, name)
        if size:
            page.set_viewport_size(size)


def eventually(what: Callable[[], T]) -> T:
    """What the worker brings about within a few of its beats."""
    until = time.monotonic() + PATIENCE
    while not (found := what()):
        assert time.monotonic() < until, "It did not come about."
        time.sleep(0.25)
    return found


def comes(page: Page, awaited: Locator) -> Locator:
    """The page, asked for anew until what is awaited stands on it."""

    def there() -> bool:
        page.reload()
        return awaited.count() > 0

    return awaited if awaited.count() else eventually(lambda: awaited if there() else None)
