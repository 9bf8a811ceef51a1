"""A page of the guide as it is read: Markdown with the guide's own pictures, and nothing from elsewhere."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QPainter,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from desktop.ui.guide.pages import PICTURES, GuidePage, slug
from desktop.ui.theme import GRID, tokens

COLUMN = 800
"""The widest column of text that is easy to read, in pixels at 100 per cent."""
LINE_HEIGHT = 130
RESIZE_MS = 60


class GuideBrowser(QTextBrowser):
    """``linked`` carries page and heading of a link that somebody followed; a heading may be empty."""

    linked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: GuidePage | None = None
        self._words: tuple[str, ...] = ()
        self._percent = 100
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(RESIZE_MS)
        self._resized.timeout.connect(self.render_anew)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(GRID * 3)
        self.anchorClicked.connect(self._on_anchor)

    def show_page(self, page: GuidePage, words: tuple[str, ...] = ()) -> None:
        """Shows a page from its beginning, with ``words`` marked."""
        self._page, self._words = page, words
        self._render()
        self.verticalScrollBar().setValue(0)

    def go_to(self, heading: str) -> bool:
        """Brings a heading to the top, by its words or by what a link calls it; False where there is none."""
        wanted = slug(heading)
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and slug(block.text()) == wanted:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top) - GRID)
                return True
            block = block.next()
        return False

    def set_percent(self, percent: int) -> None:
        """How large the text is, in per cent of the window's."""
        self._percent = percent
        self.render_anew()

    @Slot()
    def render_anew(self) -> None:
        """Draws the same page for another width, size or palette, and stays where one reads."""
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._render()
        bar.setValue(round(share * bar.maximum()))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """The guide's own pictures, as wide as there is room; nothing else, wherever it may lie."""
        path = PurePosixPath((name if isinstance(name, QUrl) else QUrl(name)).path())
        if kind != QTextDocument.ResourceType.ImageResource.value or len(path.parts) < 2:
            return None
        image = QImage(str(PICTURES / path.parts[-2] / path.name))
        if image.isNull():
            return None
        ratio = self.devicePixelRatioF()
        widest = round((self.lineWrapColumnOrWidth() - GRID * 6) * ratio)
        width = min(widest, round(image.width() * ratio))
        scaled = image.convertToFormat(QImage.Format.Format_RGB32).scaled(
            QSize(width, round(image.height() * width / image.width())),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter = QPainter(scaled)
        painter.setPen(QColor(tokens(self.palette()).control))
        painter.drawRect(scaled.rect().adjusted(0, 0, -1, -1))
        painter.end()
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._resized.start()

    def _render(self) -> None:
        if self._page is None:
            return
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), COLUMN * self._percent // 100))
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * self._percent / 100)
        self.document().setDefaultFont(font)
        self.setMarkdown(self._page.markdown)
        self._dress()
        self._mark()

    def _dress(self) -> None:
        """Gives the lines air, and the tables lines: Markdown says nothing of either."""
        colours = tokens(self.palette())
        block = self.document().begin()
        while block.isValid():
            _dress_block(block)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if not isinstance(frame, QTextTable):
                continue
            form = frame.format()
            form.setCellPadding(6)
            form.setCellSpacing(0)
            form.setBorder(1)
            form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBorderBrush(QBrush(QColor(colours.line)))
            form.setBorderCollapse(True)
            form.setTopMargin(GRID)
            form.setBottomMargin(GRID * 2)
            form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            frame.setFormat(form)
            first = (frame.cellAt(0, column) for column in range(frame.columns()))
            if not any(cell.firstCursorPosition().block().text() for cell in first):
                # Markdown has no table without a head, empty as it may be.
                frame.removeRows(0, 1)

    def _mark(self) -> None:
        ground = QTextCharFormat()
        colours = tokens(self.palette())
        ground.setBackground(QColor(colours.warn_soft))
        ground.setForeground(QColor(colours.warn))
        marked = []
        for word in self._words:
            found = self.document().find(word)
            while not found.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor = found
                selection.format = ground
                marked.append(selection)
                found = self.document().find(word, found)
        self.setExtraSelections(marked)

    @Slot(QUrl)
    def _on_anchor(self, url: QUrl) -> None:
        """Only pages of the guide are followed: there is no network, and no other file of the computer."""
        path = PurePosixPath(url.path())
        if url.scheme() or url.host() or len(path.parts) > 1:
            return
        own = "" if self._page is None else self._page.name
        self.linked.emit(path.stem or own, url.fragment())


def _dress_block(block: QTextBlock) -> None:
    level = block.blockFormat().headingLevel()
    form = QTextBlockFormat()
    if not _has_picture(block):
        # A picture would get its share of the height, too.
        form.setLineHeight(
            100 if level else LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
    if level:
        form.setTopMargin(GRID * (1 if level == 1 else 3))
        form.setBottomMargin(GRID)
    cursor = QTextCursor(block)
    if cursor.currentTable() is None:
        cursor.mergeBlockFormat(form)


def _has_picture(block: QTextBlock) -> bool:
    parts = block.begin()
    while not parts.atEnd():
        if parts.fragment().charFormat().isImageFormat():
            return True
        parts += 1
    return False
