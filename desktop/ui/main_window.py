"""The window: it joins the pages, the menu and the commands, and knows nothing of how they work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar, QWidget

from desktop.domain.unit import Unit
from desktop.qt.settings import Settings
from desktop.ui.about.dialog import AboutDialog
from desktop.ui.audit.dialog import AuditDialog
from desktop.ui.context import Alarm, WindowContext
from desktop.ui.keys.dialog import KeysDialog
from desktop.ui.menus import Menus
from desktop.ui.prints.dialog import PrintDialog
from desktop.ui.theme import GRID
from desktop.ui.week.desk import Desk
from desktop.ui.week.page import WeekPage
from desktop.ui.welcome.page import WelcomePage
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.icons import app_icon
from desktop.ui.widgets.text import label


class MainWindow(QMainWindow):
    """Shows the welcome page while the store is empty, the week once it holds a unit.

    Another language or another palette builds the widgets anew around the same desk, so that nothing that
    is shown or under way is lost.
    """

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._stale = False
        self.desk = Desk(context, self)
        self.welcome: WelcomePage | None = None
        self.week: WeekPage | None = None
        self.banner: QWidget | None = None
        self.menus = self._new_menus()
        self.setWindowIcon(app_icon())
        self.setMinimumSize(1000, 640)
        self.resize(1280, 720)
        if context.settings.geometry is not None:
            self.restoreGeometry(context.settings.geometry)
        self.desk.changed.connect(self._refresh)
        self.desk.planning_changed.connect(self._refresh)
        if self._has_unit():
            self.desk.reload()
        self._build()

    @property
    def settings(self) -> Settings:
        """What the window remembers."""
        return self._context.settings

    @Slot()
    def plan(self) -> None:
        """Plans the week on the desk for as long as the bar says."""
        if self.week is not None:
            self.week.bar.ask_to_plan()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ends a run; its best plan is stored. The window's size and place are remembered."""
        self.desk.close()
        if self.week is not None:
            self.week.flush_reads()
        self._remember()
        settings = self._context.settings
        settings.geometry = self.saveGeometry()
        settings.save()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and not self._stale:
            self._stale = True
            QTimer.singleShot(0, self, self._build)
        super().changeEvent(event)

    @Slot()
    def _build(self) -> None:
        self._stale = False
        self._remember()
        self.menus = self._new_menus()
        self._connect_menus()
        self.welcome = self.week = None
        content: QWidget
        if self._has_unit():
            self.week = WeekPage(self._context, self.desk)
            if self._context.settings.splitter is not None:
                self.week.restore(self._context.settings.splitter)
            content = self.week
        else:
            self.welcome = WelcomePage(self._context)
            self.welcome.imported.connect(self._on_imported)
            content = self.welcome
        middle = QWidget()
        box = column(middle, gap=0)
        self.banner = self._banner() if self._context.demo else None
        if self.banner is not None:
            box.addWidget(self.banner)
        for alarm in self._context.alarms:
            box.addWidget(self._alarm(alarm))
        box.addWidget(content, 1)
        self.setCentralWidget(middle)
        if self.week is not None:
            self.week.bar.plan.setFocus()
        self._refresh()

    def _new_menus(self) -> Menus:
        """A menu bar of its own: the one before goes with all that it holds."""
        bar = QMenuBar()
        self.setMenuBar(bar)
        return Menus(bar)

    def _banner(self) -> QWidget:
        banner = frame("banner")
        line = row(banner)
        line.setContentsMargins(GRID * 2, 4, GRID * 2, 4)
        line.addWidget(label(self.tr("Demo – fictional people")))
        return banner

    def _alarm(self, alarm: Alarm) -> QWidget:
        """What the audit trail noticed; it stays until the window is closed."""
        told = frame("problem" if alarm is Alarm.TAMPERED else "note")
        line = row(told)
        line.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        text = {
            Alarm.TAMPERED: self.tr(
                "The audit trail does not agree with what was kept of it outside the vault: an older copy of "
                "the vault was put in place, or entries were changed. See Vault > Audit trail > Verify."
            ),
            Alarm.CLOCK_SET_BACK: self.tr(
                "The computer's clock is behind the last entry of the audit trail. Is its date right?"
            ),
        }[alarm]
        line.addWidget(label(text, wrap=True))
        return told

    def _connect_menus(self) -> None:
        menus = self.menus
        menus.add_languages(self._language(), self._choose_language)
        menus.keys.setEnabled(self._context.keys is not None)
        for action, act in (
            (menus.import_unit, self._import),
            (menus.print, self.open_print),
            (menus.pdf, self.save_pdf),
            (menus.quit, self.close),
            (menus.plan, self.plan),
            (menus.stop, self.desk.stop),
            (menus.previous, self._go_back),
            (menus.next, self._go_on),
            (menus.this, self._go_home),
            (menus.search, self._search),
            (menus.zoom_in, self._zoom_in),
            (menus.zoom_out, self._zoom_out),
            (menus.zoom_reset, self._zoom_reset),
            (menus.keys, self._open_keys),
            (menus.audit, self.open_audit),
            (menus.about, self._about),
        ):
            action.triggered.connect(act)

    @Slot()
    def open_print(self) -> None:
        """Shows the print of the version on the board, with Print and Save as PDF."""
        dialog = self.print_dialog()
        if dialog is not None:
            dialog.exec()
            dialog.deleteLater()

    @Slot()
    def save_pdf(self) -> None:
        """Saves the version on the board as a PDF where somebody says."""
        dialog = self.print_dialog()
        if dialog is not None:
            dialog.ask_for_pdf()
            dialog.deleteLater()

    @Slot()
    def open_audit(self) -> None:
        """Shows the audit trail."""
        if self._context.trail is not None:
            dialog = AuditDialog(self._context.trail, self._unit(), self)
            dialog.exec()
            dialog.deleteLater()

    def print_dialog(self) -> PrintDialog | None:
        """The print of the version on the board; None where there is none or it breaks a rule."""
        desk = self.desk
        if desk.prepared is None or desk.version is None or desk.report is None or not desk.report.clean:
            return None
        context = self._context
        dialog = PrintDialog(desk.prepared, desk.version, desk.report, context.settings, context.audit, self)
        dialog.saved.connect(self._tell_saved)
        return dialog

    def _has_unit(self) -> bool:
        with self._context.store.begin() as work:
            return not work.is_empty()

    def _unit(self) -> Unit | None:
        with self._context.store.begin() as work:
            return None if work.is_empty() else work.unit()

    def _language(self) -> str:
        return "da" if QLocale().language() is QLocale.Language.Danish else "en"

    def _choose_language(self, code: str) -> None:
        self._context.settings.language = code
        self._context.settings.save()
        self._context.set_language(code)

    def _remember(self) -> None:
        if self.week is not None:
            self._context.settings.splitter = self.week.state()

    @Slot()
    def _refresh(self) -> None:
        desk = self.desk
        self.menus.audit.setEnabled(self._context.trail is not None)
        self.menus.set_state(
            has_unit=self.week is not None,
            has_plan=desk.version is not None and not desk.preview,
            clean=desk.report is not None and desk.report.clean,
            planning=desk.planning,
        )
        title = self.tr("Sikkerplan – demo") if self._context.demo else self.tr("Sikkerplan")
        self.setWindowTitle(title)

    @Slot(str)
    def _tell_saved(self, name: str) -> None:
        if self.week is not None:
            self.week.tell(self.tr("Saved as %1").replace("%1", name))

    @Slot()
    def _on_imported(self) -> None:
        self.desk.reload()
        self._build()

    @Slot()
    def _import(self) -> None:
        if self.welcome is not None:
            self.welcome.ask_for_file()

    @Slot()
    def _go_back(self) -> None:
        self.desk.show_week(self.desk.week.previous())

    @Slot()
    def _go_on(self) -> None:
        self.desk.show_week(self.desk.week.next())

    @Slot()
    def _go_home(self) -> None:
        self.desk.show_week(self.desk.this_week)

    @Slot()
    def _search(self) -> None:
        if self.week is not None:
            self.week.focus_search()

    @Slot()
    def _zoom_in(self) -> None:
        if self.week is not None:
            self.week.board.zoom_in()

    @Slot()
    def _zoom_out(self) -> None:
        if self.week is not None:
            self.week.board.zoom_out()

    @Slot()
    def _zoom_reset(self) -> None:
        if self.week is not None:
            self.week.board.zoom_reset()

    @Slot()
    def _open_keys(self) -> None:
        if self._context.keys is not None:
            dialog = KeysDialog(self._context.keys, self)
            dialog.exec()
            dialog.deleteLater()

    @Slot()
    def _about(self) -> None:
        dialog = AboutDialog(self)
        dialog.exec()
        dialog.deleteLater()
