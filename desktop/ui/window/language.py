"""The menu of languages: one is chosen at any moment, but not while something typed would be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from desktop.ui.context import WindowContext
from desktop.ui.menus import Menus


class LanguageChoice(QObject):
    """``said`` carries a sentence for the line at the window's foot; ``typing`` tells whether something is
    typed that is not saved."""

    said = Signal(str)

    def __init__(self, context: WindowContext, typing: Callable[[], bool], menus: Menus) -> None:
        super().__init__(menus)
        self._context = context
        self._typing = typing
        self._menus = menus

    def connect_menus(self) -> None:
        """Fills the menu of languages."""
        self._menus.add_languages(_language(), self._choose)

    def _choose(self, code: str) -> None:
        if self._typing():
            for action in self._menus.languages.actions():
                action.setChecked(action.data() == _language())
            told = QCoreApplication.translate(
                "MainWindow",
                "Something is not saved yet: save or leave it first, then choose the language.",
            )
            self.said.emit(told)
            return
        self._context.settings.language = code
        self._context.settings.save()
        self._context.set_language(code)


def _language() -> str:
    return "da" if QLocale().language() is QLocale.Language.Danish else "en"
