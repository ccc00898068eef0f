"""What needs a person today: one page, gathered from every context by what the person's role may do."""

from pentameter.config.today.page import HomePage, Rescued, Task, Urgency, home_page
from pentameter.config.today.ways import Way

__all__ = ["HomePage", "Rescued", "Task", "Urgency", "Way", "home_page"]
