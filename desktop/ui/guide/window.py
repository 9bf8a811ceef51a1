"""The guide's window: its pages, a search over all of them, and the page that is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from desktop.qt.settings import MAX_ZOOM, MIN_ZOOM
from desktop.ui.guide.browser import GuideBrowser
from desktop.ui.guide.pages import FIRST, GuidePage, Hit, pages, search
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.icons import app_icon, icon
from desktop.ui.widgets.sizes import open_in
from desktop.ui.widgets.text import label, tooltip

STEP = 10
LIST_WIDTH = 260
_DATA = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the guide and how far it is scrolled."""

    page: str
    scrolled: int = 0


class GuideWindow(QWidget):
    """A window of its own, which holds nothing of the unit. ``zoomed`` carries its text's size in percent.

    Another language or palette shows the same page anew.
    """

    zoomed = Signal(int)

    def __init__(self, percent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        # The app ends with its own window, whether the guide is open or not.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowIcon(app_icon())
        open_in(self, 1120, 760)
        self._percent = percent
        self._past: list[Place] = []
        self._future: list[Place] = []
        self._pages: dict[str, GuidePage] = {}
        self.page = FIRST
        self.back = self._tool(self.go_back)
        self.forward = self._tool(self.go_forward)
        self.smaller = self._tool(partial(self._zoom, -STEP))
        self.standard = self._tool(partial(self._set_percent, 100))
        self.larger = self._tool(partial(self._zoom, STEP))
        self.search = QLineEdit()
        self.contents = QListWidget()
        self.hits = QListWidget()
        self.found = label("", "muted", wrap=True)
        self.browser = GuideBrowser()
        self._lists = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self._load()

    def show_page(self, name: str, heading: str = "") -> None:
        """Shows a page, at a heading where one is given. What was read before can be gone back to."""
        if name not in self._pages:
            return
        if name != self.page or heading:
            self._past.append(self._here())
            self._future.clear()
        self._show(name)
        if heading:
            self.browser.go_to(heading)

    @Slot()
    def go_back(self) -> None:
        self._travel(self._past, self._future)

    @Slot()
    def go_forward(self) -> None:
        self._travel(self._future, self._past)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._load()
        elif event.type() is QEvent.Type.PaletteChange:
            self._dress()
            self.browser.render_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the search, then the window."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was searched for may be a name: it is forgotten."""
        self.search.clear()
        super().closeEvent(event)

    def _build(self) -> None:
        box = column(self, gap=0)
        bar = frame("bar")
        top = row(bar, gap=GRID)
        top.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(440)
        for widget in (self.back, self.forward):
            top.addWidget(widget)
        top.addSpacing(GRID)
        top.addWidget(self.search, 1)
        top.addStretch(1)
        for widget in (self.smaller, self.standard, self.larger):
            top.addWidget(widget)
        box.addWidget(bar)
        side = QWidget()
        beside = column(side, gap=0)
        self.found.setContentsMargins(GRID * 2, GRID, GRID, GRID)
        beside.addWidget(self.found)
        for found in (self.contents, self.hits):
            found.setWordWrap(True)
            found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            found.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
            found.setResizeMode(QListWidget.ResizeMode.Adjust)
            self._lists.addWidget(found)
        beside.addWidget(self._lists, 1)
        splitter = self.splitter
        splitter.addWidget(side)
        splitter.addWidget(self._framed(self.browser))
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([LIST_WIDTH, self.width() - LIST_WIDTH])
        box.addWidget(splitter, 1)
        self.contents.currentItemChanged.connect(self._on_contents)
        self.hits.currentItemChanged.connect(self._on_hit)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._take_first)
        self.browser.linked.connect(self.show_page)
        for keys, act in (
            ("Alt+Left", self.go_back),
            ("Alt+Right", self.go_forward),
            ("Ctrl+F", self._focus_search),
            ("Ctrl++", partial(self._zoom, STEP)),
            ("Ctrl+=", partial(self._zoom, STEP)),
            ("Ctrl+-", partial(self._zoom, -STEP)),
            ("Ctrl+0", partial(self._set_percent, 100)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _framed(self, browser: QWidget) -> QFrame:
        """The page's ground goes on beside a column that is narrower than the window."""
        ground = frame("plain")
        column(ground).addWidget(browser)
        return ground

    def _tool(self, act: object) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "plain")
        button.clicked.connect(act)
        return button

    def _load(self) -> None:
        """The pages and words of the language that is spoken now."""
        language = "da" if QLocale().language() is QLocale.Language.Danish else "en"
        self._pages = {page.name: page for page in pages(language)}
        self.setWindowTitle(self.tr("Sikkerplan – guide"))
        self.search.setPlaceholderText(self.tr("Search the guide"))
        self.search.setAccessibleName(self.tr("Search the guide"))
        self.contents.setAccessibleName(self.tr("Pages of the guide"))
        self.hits.setAccessibleName(self.tr("What was found"))
        self.contents.blockSignals(True)
        self.contents.clear()
        for page in self._pages.values():
            item = QListWidgetItem(page.title)
            item.setData(_DATA, page.name)
            self.contents.addItem(item)
        self.contents.blockSignals(False)
        self._dress()
        self._search()
        self._show(self.page)

    def _dress(self) -> None:
        colour = tokens(self.palette()).text
        for button, name, text in (
            (self.back, "previous", self.tr("Back")),
            (self.forward, "next", self.tr("Forward")),
            (self.smaller, "zoom-out", self.tr("Smaller text")),
            (self.standard, "", self.tr("Text at 100 %")),
            (self.larger, "zoom-in", self.tr("Larger text")),
        ):
            if name:
                button.setIcon(icon(name, colour))
            button.setToolTip(tooltip(text))
            button.setAccessibleName(text)
        self._show_percent()

    def _show(self, name: str, scrolled: int = 0) -> None:
        self.page = name
        page = self._pages[name]
        self.browser.show_page(page, tuple(self.search.text().split()))
        self.browser.setAccessibleName(page.title)
        self.browser.verticalScrollBar().setValue(scrolled)
        self.contents.blockSignals(True)
        self.contents.setCurrentRow(list(self._pages).index(name))
        self.contents.blockSignals(False)
        self.back.setEnabled(bool(self._past))
        self.forward.setEnabled(bool(self._future))

    def _here(self) -> Place:
        return Place(self.page, self.browser.verticalScrollBar().value())

    def _travel(self, there: list[Place], back: list[Place]) -> None:
        if there:
            back.append(self._here())
            place = there.pop()
            self._show(place.page, place.scrolled)

    @Slot()
    def _search(self) -> None:
        text = self.search.text()
        hits = search(tuple(self._pages.values()), text)
        self.hits.blockSignals(True)
        self.hits.clear()
        for hit in hits:
            item = QListWidgetItem(_hit_words(hit))
            item.setData(_DATA, hit)
            self.hits.addItem(item)
        self.hits.setCurrentRow(-1)
        self.hits.blockSignals(False)
        searching = bool(text.strip())
        self._lists.setCurrentWidget(self.hits if searching else self.contents)
        self.found.setVisible(searching)
        if len(hits) == 1:
            self.found.setText(self.tr("1 place found"))
        elif hits:
            self.found.setText(self.tr("%1 places found").replace("%1", str(len(hits))))
        else:
            self.found.setText(self.tr("Nothing found. Try fewer or shorter words."))

    @Slot()
    def _take_first(self) -> None:
        if self.hits.count():
            self.hits.setCurrentRow(0)
            self.hits.setFocus()

    @Slot()
    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_contents(self, item: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        if item is not None:
            self.show_page(str(item.data(_DATA)))

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_hit(self, item: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        hit = None if item is None else item.data(_DATA)
        if isinstance(hit, Hit):
            self.show_page(hit.page.name, hit.section.heading)

    def _zoom(self, step: int) -> None:
        self._set_percent(self._percent + step)

    def _set_percent(self, percent: int) -> None:
        self._percent = min(max(percent, MIN_ZOOM), MAX_ZOOM)
        self.browser.set_percent(self._percent)
        self._show_percent()
        self.zoomed.emit(self._percent)

    def _show_percent(self) -> None:
        self.standard.setText(self.tr("%1 %", "how large the text is").replace("%1", str(self._percent)))


def _hit_words(hit: Hit) -> str:
    head = hit.page.title
    if hit.section.heading != head:
        head = f"{head} › {hit.section.heading}"
    return f"{head}\n{hit.snippet}" if hit.snippet else head
