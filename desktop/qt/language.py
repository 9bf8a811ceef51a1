"""The language of every text: Danish on a Danish system, English otherwise, switchable at any moment."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.qt.settings import LANGUAGES

TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "i18n"
DANISH = "da"
ENGLISH = "en"


def system_language() -> str:
    """``"da"`` where Danish is the first language of the system's user, else ``"en"``."""
    first = next(iter(QLocale.system().uiLanguages()), "")
    return DANISH if first.split("-")[0].lower() == DANISH else ENGLISH


class Language:
    """Installs translators and the locale of numbers and dates. Widgets that are open are told by Qt."""

    def __init__(self, folder: Path = TRANSLATIONS) -> None:
        self._folder = folder
        self._installed: list[QTranslator] = []
        self.code = ENGLISH

    def install(self, code: str) -> None:
        """Turns to ``"da"`` or ``"en"``. Raises ``ValueError`` for any other.

        The texts in the source are English; Qt's own, such as those of standard buttons, are too.
        """
        if code not in LANGUAGES:
            raise ValueError("a language that the app does not speak")
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []
        self.code = code
        # The locale first: a widget that hears of the new translator writes its numbers anew at once.
        QLocale.setDefault(_locale(code))
        own = str(self._folder / f"sikkerplan_{code}.qm")
        qt = f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{code}.qm"
        for path in (qt, own):
            translator = QTranslator()
            if translator.load(path):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)


def _locale(code: str) -> QLocale:
    if code == DANISH:
        return QLocale(QLocale.Language.Danish, QLocale.Country.Denmark)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
