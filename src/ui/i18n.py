"""The language of the interface: texts in the code are Vietnamese, English is a translation."""

from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from ..exports.formats import clock, day
from ..paths import resource_path

CONTEXT = "taphuan"
_PROPERTY = "taphuan_language"


class Language(StrEnum):
    """The languages of the interface."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


_CATALOGUES = {Language.VIETNAMESE: "qtbase_vi", Language.ENGLISH: "taphuan_en"}
_LOCALES = {
    Language.VIETNAMESE: QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def tr(text: str, number: int = -1) -> str:
    """The text in the interface's language; give literals, so that the tests can collect them.

    With a number English picks its singular or plural. Values go in by name afterwards, written
    as figures are: tr("{count} học viên", count).format(count=number(count)).
    """
    return QCoreApplication.translate(CONTEXT, text, "", number)


def moment(value: datetime) -> str:
    """08:00 ngày 05/03/2026, in the interface's language; documents have their own."""
    return tr("{time} ngày {day}").format(time=clock(value), day=day(value))


def install_language(app: QCoreApplication, language: Language) -> None:
    """Load the texts of a language, before the window is made; replaces the one before."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(app)
    translator.load(str(resource_path(f"i18n/{_CATALOGUES[language]}.qm")))
    app.installTranslator(translator)
    app.setProperty(_PROPERTY, language.value)
    QLocale.setDefault(_LOCALES[language])


def language() -> Language:
    """The language the window speaks; Vietnamese when none was installed."""
    app = QCoreApplication.instance()
    return Language((app.property(_PROPERTY) if app else None) or Language.VIETNAMESE)
