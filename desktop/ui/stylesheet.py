"""The style sheet of the window. Widgets ask for a role with the dynamic property ``look``."""

from __future__ import annotations

from string import Template

from desktop.ui.theme import Tokens
from desktop.ui.widgets.icons import ICONS

_SHEET = Template(
    """
QToolTip { color: $text; background: $surface; border: 1px solid $control; padding: 4px 8px; }

QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[look="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[look="banner"] { background: $warn_soft; border: none; }
QFrame[look="banner"] QLabel { color: $warn; font-weight: 600; }
QFrame[look="note"] { background: $raised; border: none; border-radius: 4px; }
QFrame[look="calm"] { background: $accent_soft; border: none; border-radius: 4px; }
QFrame[look="problem"] { background: $danger_soft; border: none; border-radius: 4px; }
QFrame[look="problem"] QLabel { color: $danger; }
QFrame[look="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QFrame[look="verdict"] { background: $surface; border: 2px solid $control; border-radius: 6px; }
QFrame[verdict="ok"] { border-color: $ok; }
QFrame[verdict="warn"] { border-color: $warn; }
QFrame[verdict="danger"] { border-color: $danger; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="ok"] { color: $ok; }
QLabel[look="warn"] { color: $warn; }
QLabel[look="danger"] { color: $danger; }

QPushButton, QComboBox, QSpinBox, QLineEdit {
    min-height: 22px; padding: 4px 12px; border: 1px solid $control; border-radius: 4px;
    background: $surface; color: $text; selection-background-color: $accent; selection-color: $on_accent;
    outline: none;
}
QLineEdit { padding: 4px 8px; }
QComboBox { padding: 4px 28px 4px 10px; }
QSpinBox { padding: 4px 4px 4px 8px; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus {
    border: none; padding: 0 0 0 6px; min-height: 0; background: transparent;
}
QComboBox::drop-down {
    border: none; width: 24px; subcontrol-origin: padding; subcontrol-position: right center;
}
QComboBox::down-arrow { image: url("$icons/arrow-down-$scheme.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { border: 1px solid $control; padding: 4px; background: $surface; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 20px; }
QSpinBox::up-button { subcontrol-position: top right; padding-top: 2px; }
QSpinBox::down-button { subcontrol-position: bottom right; padding-bottom: 2px; }
QSpinBox::up-arrow { image: url("$icons/arrow-up-$scheme.svg"); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url("$icons/arrow-down-$scheme.svg"); width: 12px; height: 12px; }
QPlainTextEdit, QListView[look="field"] {
    border: 1px solid $control; border-radius: 4px; background: $surface; color: $text;
    selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit { padding: 2px 4px; }
QListView[look="field"] { selection-background-color: $accent_soft; selection-color: $text; }
QListView[look="field"]::item { padding: 3px 5px; border: 1px solid transparent; }
QPlainTextEdit:focus, QListView[look="field"]:focus { border: 2px solid $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QListView[look="field"]:disabled {
    color: $muted; border-color: $line; background: $canvas;
}
QLineEdit[fault="true"], QComboBox[fault="true"] {
    border: 2px solid $danger; padding-top: 3px; padding-bottom: 3px;
}
QPlainTextEdit[fault="true"], QListView[look="field"][fault="true"] { border: 2px solid $danger; }
QComboBox QLineEdit, QComboBox QLineEdit:focus {
    border: none; padding: 0; min-height: 0; background: transparent;
}
QCheckBox { spacing: 8px; padding: 2px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator, QTreeView::indicator, QListView::indicator {
    width: 14px; height: 14px; border: 1px solid $control; border-radius: 3px; background: $surface;
}
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/check-$scheme.svg");
}
QPushButton:hover, QComboBox:hover {
    background: $raised; border-color: $text;
}
QPushButton:pressed { background: $line; }
QPushButton:focus, QComboBox:focus, QSpinBox:focus, QLineEdit:focus {
    border: 2px solid $accent; padding-top: 3px; padding-bottom: 3px;
}
QPushButton:disabled, QComboBox:disabled, QSpinBox:disabled {
    color: $control; border-color: $line; background: $canvas;
}
QPushButton[look="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[look="primary"]:hover { border: 1px solid $text; }
QPushButton[look="primary"]:focus { border: 2px solid $text; }
QPushButton[look="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[look="icon"], QPushButton[look="icon"]:focus { padding-left: 8px; padding-right: 8px; }
QPushButton[look="kind"] { text-align: left; padding: 5px 28px 5px 10px; }
QPushButton[look="kind"]:checked {
    background: $accent_soft; color: $accent; border-color: $accent; font-weight: 600;
}
QPushButton[look="chip"] { border: 1px solid transparent; border-radius: 4px; text-align: left; }
QPushButton[look="chip"]:focus { border: 2px solid $accent; }
QPushButton[chip="ok"] { background: $ok_soft; color: $ok; font-weight: 600; }
QPushButton[chip="warn"] { background: $warn_soft; color: $warn; font-weight: 600; }
QPushButton[chip="info"] { background: $raised; color: $muted; font-weight: 600; }
QPushButton[chip="danger"] { background: $danger_soft; color: $danger; font-weight: 600; }
QPushButton[look="tag"] {
    min-height: 18px; padding: 2px 8px; border: 1px solid $control; border-radius: 11px; background: $raised;
}
QPushButton[look="tag"]:hover { background: $line; }
QPushButton[look="tag"]:focus { border: 2px solid $accent; padding: 1px 7px; }
QPushButton[look="chip"]:hover { border: 1px solid $control; }
QPushButton[look="line"] {
    border: 2px solid transparent; border-radius: 4px; text-align: left; padding: 4px 8px;
    background: transparent; color: $text;
}
QPushButton[look="line"]:hover { background: $raised; }
QPushButton[look="line"]:focus { border-color: $accent; padding: 4px 8px; }
QToolButton[look="plain"] {
    border: 1px solid transparent; border-radius: 4px; padding: 5px; background: transparent;
}
QToolButton[look="plain"]:hover { background: $raised; border-color: $line; }
QToolButton[look="plain"]:focus { border: 2px solid $accent; padding: 4px; }
QToolButton::menu-indicator { image: none; }

QFrame[look="rail"], QFrame[look="side"] {
    background: $surface; border: none; border-right: 1px solid $line;
}
QSplitter[look="clear"]::handle { background: transparent; }
QToolButton[look="rail"] {
    border: 2px solid transparent; border-radius: 6px; padding: 6px 2px; color: $muted;
    background: transparent;
}
QToolButton[look="rail"]:hover { background: $raised; color: $text; }
QToolButton[look="rail"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QToolButton[look="rail"]:focus { border-color: $accent; }
QToolButton[look="rail"][narrow="true"] { padding: 1px 2px; }

QToolButton[look="segment"] {
    min-height: 20px; padding: 4px 10px; border: 1px solid $line; border-radius: 4px;
    background: $surface; color: $text;
}
QToolButton[look="segment"]:hover { border-color: $control; }
QToolButton[look="segment"]:checked {
    background: $accent_soft; color: $accent; border-color: $accent; font-weight: 600;
}
QToolButton[look="segment"]:focus { border: 2px solid $accent; padding: 3px 9px; }
QToolButton[look="segment"][narrow="true"] { padding: 4px 5px; }
QToolButton[look="segment"][narrow="true"]:focus { padding: 3px 4px; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; border: none; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 8px 12px; border: none;
    border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { border: 2px solid $accent; padding: 6px 10px; }

QTableView, QListView, QTreeView {
    background: $surface; alternate-background-color: $raised; border: none; outline: none;
    gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $text;
}
QTableView::item { padding: 0 8px; border: none; }
QTreeView::item { padding: 4px 0; }
QListView::item { padding: 8px; border-bottom: 1px solid $line; }
QTableView::item:selected, QListView::item:selected { background: $accent_soft; color: $text; }
QTableView::item:focus, QListView::item:focus { border: 1px solid $accent; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
    background: $surface; color: $muted; border: none; border-bottom: 1px solid $line; padding: 6px 8px;
}
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url("$icons/arrow-up-$scheme.svg"); width: 12px; height: 12px; }
QHeaderView::down-arrow { image: url("$icons/arrow-down-$scheme.svg"); width: 12px; height: 12px; }
QTableCornerButton::section { background: $surface; border: none; }

QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton {
    color: $text; background: transparent; border: 2px solid transparent; border-radius: 4px;
    padding: 4px 8px; font-weight: 600;
}
QCalendarWidget QToolButton:hover { background: $raised; }
QCalendarWidget QToolButton:focus { border-color: $accent; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: url("$icons/arrow-left-$scheme.svg"); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: url("$icons/arrow-right-$scheme.svg"); }
QCalendarWidget QTableView { alternate-background-color: $raised; }
QCalendarWidget QTableView::item { padding: 0; }
QCalendarWidget QTableView::item:selected { background: $accent; color: $on_accent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QMenuBar { background: $surface; border-bottom: 1px solid $line; padding: 2px 4px; }
QMenuBar::item { padding: 4px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_soft; color: $text; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 32px 6px 28px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $control; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $control; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QProgressBar { border: none; border-radius: 3px; background: $line; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QStatusBar { background: $surface; border-top: 1px solid $line; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
"""
)


def stylesheet(colours: Tokens) -> str:
    """The sheet in these colours."""
    values = {name: getattr(colours, name) for name in colours.__slots__}
    scheme = "dark" if colours.dark else "light"
    return _SHEET.substitute(values, icons=ICONS.as_posix(), scheme=scheme)
