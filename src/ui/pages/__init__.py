"""The pages of the window, in the order of the rail. A page is imported when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..i18n import tr

if TYPE_CHECKING:
    from ..page import Page


@dataclass(frozen=True)
class PageSpec:
    """A page by name: key, title on the rail, icon, and where its class is ("module:Class").

    The class is called with the context the window was given.
    """

    key: str
    title: str
    icon: str
    factory: str | Callable[[Any], "Page"]

    def make(self, context: object) -> "Page":
        """Import the page and build it. Raises ImportError or AttributeError."""
        if callable(self.factory):
            return self.factory(context)
        module, _, name = self.factory.partition(":")
        page: Page = getattr(import_module(module), name)(context)
        return page


def all_pages() -> tuple[PageSpec, ...]:
    """The eight pages, Ctrl+1 to Ctrl+8; called after the language is installed."""
    return (
        _spec("home", tr("Tổng quan"), "layout-dashboard", "home:HomePage"),
        _spec("courses", tr("Khóa tập huấn"), "school", "courses:CoursesPage"),
        _spec("checkin", tr("Điểm danh"), "scan", "checkin:CheckInPage"),
        _spec("people", tr("Học viên"), "users", "people:PeoplePage"),
        _spec("curriculum", tr("Chương trình"), "book-2", "curriculum:CurriculumPage"),
        _spec("certificates", tr("Chứng nhận"), "certificate", "certificates:CertificatesPage"),
        _spec("tally", tr("Tổng hợp theo xã"), "chart-bar", "tally:TallyPage"),
        _spec("settings", tr("Thiết lập"), "settings", "settings:SettingsPage"),
    )


def _spec(key: str, title: str, icon: str, address: str) -> PageSpec:
    return PageSpec(key, title, icon, f"{__name__}.{address}")
