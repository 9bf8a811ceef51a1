"""What a coordinator does to the shown version by hand: edits, locks, approvals, drafts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop.domain.errors import DomainError
from desktop.domain.locks import Approval, Lock, LockKind
from desktop.domain.people import Citizen
from desktop.domain.plans import PlanVersion, VersionState, gone_by, in_force, newest
from desktop.domain.staffing import StaffMember
from desktop.services.change import Change
from desktop.services.hand.drafts import (
    Forbidden,
    PastFixed,
    Published,
    StillHeard,
    StillRuns,
    VersionFixed,
    VersionGone,
)
from desktop.services.hand.verdicts import Verdicts
from desktop.services.hand.week_edits import WeekEdit
from desktop.services.locks import LockClash, MissingApproval
from desktop.services.ports import NotStored
from desktop.services.week.planning import UnitChanged, UnsafePlan
from desktop.services.week.unsafe import UnsafeSession
from desktop.services.week.week_time import in_order, minute_now
from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.health.running import held_all_the_same
from desktop.ui.history.words import change_text
from desktop.ui.moving.words import VerdictWords
from desktop.ui.plan_lock_words import lock_text
from desktop.ui.version_words import fixed_words
from desktop.ui.week.possible import why_not_changed
from desktop.ui.week.words import past_words, too_late_words
from desktop.ui.words import listed, not_stored_words


class Handwork(QObject):
    """``told`` carries a sentence for the line at the window's foot."""

    told = Signal(str)

    def __init__(self, desk: Desk, context: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._verdicts: Verdicts | None = None

    def why_not(self) -> str:
        """Why nothing can be changed now; empty where it can."""
        return why_not_changed(self._desk)

    @property
    def is_clean(self) -> bool:
        """Whether the version that is shown breaks no rule as the unit stands."""
        return self._desk.report is not None and self._desk.report.clean

    def in_force(self) -> PlanVersion | None:
        """The version of the week that people were told last; None where none was published."""
        return in_force(self._desk.versions)

    def past_stands(self) -> bool:
        """Whether what has begun of the week can't be changed by hand."""
        return self._context.drafts.past_stands(self._desk.week)

    def compared(self) -> PlanVersion | None:
        """What the shown version is compared with: the one in force, or the one in force before it was; the
        newest other one where there is none."""
        shown = self._desk.version
        others = [each for each in self._desk.versions if shown is None or each.id != shown.id]
        return in_force(others) or newest(others)

    def verdicts(self) -> Verdicts | None:
        """The verdicts of the version that is shown; None while nothing can be changed, and that is told."""
        reason, desk = self.why_not(), self._desk
        if reason or desk.prepared is None or desk.version is None:
            self.told.emit(reason)
            return None
        known, forced, sessions = self._verdicts, self.in_force(), desk.version.sessions
        minute = minute_now(desk.week, desk.now) if self.past_stands() else 0
        if (
            known is None
            or known.prepared is not desk.prepared
            or (known.sessions, known.published, known.minute) != (sessions, forced, minute)
        ):
            known = self._verdicts = Verdicts(desk.prepared, sessions, forced, desk.report, minute)
        return known

    @Slot(object)
    def make(self, edit: WeekEdit) -> bool:
        """Makes an edit, in a new draft where the shown version is published. False where it can't be."""
        verdicts, desk = self.verdicts(), self._desk
        if verdicts is None or desk.prepared is None or desk.version is None:
            return False
        prepared, version = desk.prepared, desk.version
        running = self._running()
        verdict = verdicts.verdict(edit)
        words = VerdictWords(prepared.unit)
        if verdict.past:
            self.told.emit(past_words())
            return False
        try:
            proven = desk.proven.get(version.id)
            done = self._context.drafts.edit(prepared, version, edit, verdicts=verdicts, bounds_of=proven)
            desk.remember(done.version, done.report)
            if proven is not None:
                desk.proven[done.version.id] = proven
        except Forbidden as refused:
            self.told.emit(words.tell(refused.verdict).whole())
            return False
        except PastFixed:
            self.told.emit(past_words())
            return False
        except StillRuns as held:
            self.told.emit(self._still_runs(held))
            return False
        except (UnitChanged, VersionGone, LookupError):
            self._look_again()
            return False
        except NotStored:
            self.told.emit(not_stored_words())
            return False
        self._note(done.change)
        made = {each.id for each in done.version.sessions} - {each.id for each in version.sessions}
        if made:
            desk.choose(next(iter(made)))
        lines = (*self._let_go(running), *_new_draft(version, done.version), *words.tell(verdict).lines)
        self.told.emit(self._undoable(done.change, lines))
        return True

    def lock_session(self, session: str, reason: str) -> None:
        """Holds a session of the shown version fast."""
        self._on_version(lambda version: self._context.locks.lock_session(version, session, reason))

    def lock_person(self, person: str, reason: str) -> None:
        """Holds somebody's week fast."""
        self._on_version(lambda version: self._context.locks.lock_person(version, person, reason))

    def lock_day(self, day: date, reason: str) -> None:
        """Holds a day fast."""
        self._on_version(lambda version: self._context.locks.lock_day(version, day, reason))

    @Slot(str)
    def unlock(self, lock: str) -> None:
        """Lifts a lock."""
        self._on_version(lambda _: self._context.locks.unlock(lock))

    def lock_on(self, subject: str, kind: LockKind = LockKind.SESSION) -> str | None:
        """The id of the lock of a session, a person or a day; None where it has none of its own."""
        prepared = self._desk.prepared
        locks = prepared.locks if prepared else ()
        return next((each.id for each in locks if each.kind is kind and each.subject == subject), None)

    def approve(self, session: str, by: str, note: str) -> None:
        """Records that somebody has said yes to a session as it stands."""
        self._on_version(lambda version: self._context.locks.approve(version, session, by, note))

    def withdraw(self, approval: str) -> None:
        """Takes a yes back."""
        self._on_version(lambda _: self._context.locks.withdraw(approval))

    def approval_of(self, session: str) -> Approval | None:
        """The yes to a session as it stands."""
        version = self._desk.version
        held = next((each for each in version.sessions if each.id == session), None) if version else None
        if held is None or version is None:
            return None
        given = self._context.locks.approvals(version.week)
        return next((each for each in given if each.covers(held)), None)

    def approvals_missing(self) -> tuple[MissingApproval, ...]:
        """The shown version's sessions that need a manual yes and have none."""
        desk = self._desk
        if desk.prepared is None or desk.version is None or desk.preview:
            return ()
        return self._context.drafts.approvals_missing(desk.prepared, desk.version)

    def duplicate(self) -> None:
        """Makes a new draft as a copy of the shown version."""
        self._on_version(self._context.drafts.duplicate)

    def discard(self) -> None:
        """Removes the shown draft."""
        self._on_version(self._context.drafts.discard)

    def keep_only(self, others: Sequence[PlanVersion]) -> None:
        """Removes these drafts beside the shown one."""
        self._on_version(
            lambda version: self._context.drafts.keep_only(version, others),
            lambda change: _staying(change, others),
        )

    def publish(self) -> Published | None:
        """Makes the shown draft a version that never changes. None where that can't be, which is told."""
        version, running = self._desk.version, self._running()
        if self.why_not() or version is None:
            self.told.emit(self.why_not())
            return None
        try:
            done = self._context.drafts.publish(version)
        except UnsafePlan:
            self.told.emit(self.tr("Not published: the plan breaks a rule as the unit stands now."))
            return None
        except PastFixed:
            self.told.emit(too_late_words() if self._desk.is_over else past_words())
            return None
        except StillRuns as held:
            self.told.emit(self._still_runs(held))
            return None
        except (VersionFixed, VersionGone, UnitChanged):
            self._look_again()
            return None
        except NotStored:
            self.told.emit(not_stored_words())
            return None
        self._context.editing.note(done.change)
        text = self.tr(
            "Version %1 is published. It never changes; what you change now goes into a new draft."
        )
        self.told.emit(" ".join((text.replace("%1", str(done.version.number)), *self._let_go(running))))
        return done

    def _on_version(
        self, act: Callable[[PlanVersion], Change], lines: Callable[[Change], tuple[str, ...]] | None = None
    ) -> None:
        """Does something to the shown version and says so, or says why not; ``lines`` say more of it."""
        version, running = self._desk.version, self._running()
        if self.why_not() or version is None:
            self.told.emit(self.why_not())
            return
        try:
            change = act(version)
        except VersionFixed:
            self.told.emit(fixed_words())
        except LockClash:
            self.told.emit(
                self.tr("Another lock holds this session as it is in another version: lift that one first.")
            )
        except DomainError:
            self.told.emit(self.tr("Somebody must be named."))
        except StillHeard as heard:
            text = QCoreApplication.translate(
                "DraftTold",
                "Not discarded: these were told of it last, and not yet of the version that people go by: "
                "%1. Call them by the list first.",
            )
            self.told.emit(text.replace("%1", self._names(heard.people)))
        except StillRuns as held:
            self.told.emit(self._still_runs(held))
        except (VersionGone, UnitChanged, LookupError):
            self._look_again()
        except NotStored:
            self.told.emit(not_stored_words())
        else:
            self._note(change)
            more = () if lines is None else lines(change)
            more = (*self._let_go(running), *self._unlocked(change), *more, *self._taken_back(change))
            self.told.emit(self._undoable(change, more))

    def _note(self, change: Change) -> None:
        self._context.editing.note(change)

    def _unlocked(self, change: Change) -> tuple[str, ...]:
        """Says which locks went with a draft."""
        gone = [edit.before for edit in change.edits if change.label == "draft_discarded"]
        unit = self._context.editing.unit()
        held = [lock_text(each, unit) for each in gone if isinstance(each, Lock)]
        text = QCoreApplication.translate("DraftLocks", "Unlocked with it: %1.")
        return (text.replace("%1", "; ".join(held)),) if held else ()

    def _taken_back(self, change: Change) -> tuple[str, ...]:
        """Says that a draft stays until those who were told of it have been called."""
        made = [edit.after for edit in change.edits if isinstance(edit.after, PlanVersion)]
        if change.label not in ("draft_taken_back", "drafts_discarded") or not made:
            return ()
        text = QCoreApplication.translate(
            "DraftTold",
            "People were told of a draft that goes: it stays until they have been called by the list, and "
            "version %1 takes its place.",
        )
        return (text.replace("%1", str(made[0].number)),)

    def _still_runs(self, held: StillRuns) -> str:
        text = QCoreApplication.translate(
            "DraftRuns",
            "Nothing was changed: by the draft that they were told of last these are in a session right now, "
            "which would be in no plan any more: %1. Wait until it is over.",
        )
        return text.replace("%1", self._names(held.people))

    def _running(self) -> tuple[UnsafeSession, ...]:
        """What of the week runs now and is not safe in the plan that people go by."""
        return self._desk.gone_by_running() if self._desk.week == self._desk.this_week else ()

    def _let_go(self, running: Sequence[UnsafeSession]) -> tuple[str, ...]:
        """Whom to call of what ran and was not safe, and is no longer in the plan that people go by."""
        given = gone_by(self._desk.versions)
        left = set() if given is None else {in_order(each) for each in given.sessions}
        gone = [each for each in running if in_order(each.session) not in left]
        text = held_all_the_same(self._context.editing.unit(), gone)
        return (text,) if text else ()

    def _names(self, found: Collection[str]) -> str:
        unit = self._context.editing.unit()
        people: tuple[Citizen | StaffMember, ...] = (*unit.citizens, *unit.staff)
        return listed([each.name for each in people if each.id in found])

    def _undoable(self, change: Change, lines: tuple[str, ...] = ()) -> str:
        text = self.tr("Done: %1. Ctrl+Z undoes it.").replace("%1", change_text(change.label))
        return " ".join((text, *lines))

    def _look_again(self) -> None:
        self._desk.reload()
        self.told.emit(self.tr("The week has been changed by something else: it is shown anew. Try again."))


def _staying(change: Change, others: Iterable[PlanVersion]) -> tuple[str, ...]:
    """Which drafts stay though another was to be kept alone; empty where all of the others are gone."""
    gone = {edit.before.id for edit in change.edits if isinstance(edit.before, PlanVersion)}
    draft = QCoreApplication.translate("DraftRuns", "draft %1", "its number, amid a sentence")
    stay = [draft.replace("%1", str(each.number)) for each in others if each.id not in gone]
    if not stay:
        return ()
    text = QCoreApplication.translate(
        "DraftRuns",
        "Not discarded: %1. People were told of it last, and have to be called by the list first or are in a "
        "session of it right now.",
        "which drafts",
    )
    return (text.replace("%1", listed(stay)),)


def _new_draft(version: PlanVersion, made: PlanVersion) -> tuple[str, ...]:
    """Why an edit of a version is in a new draft, where it is."""
    if made.id == version.id:
        return ()
    if version.state is VersionState.PUBLISHED:
        text = QCoreApplication.translate(
            "NewDraft", "Version %1 is published and never changes: the change is in draft %2."
        )
    else:
        text = QCoreApplication.translate(
            "NewDraft",
            "People were told of version %1, and it stays as they heard it: the change is in draft %2.",
        )
    return (text.replace("%1", str(version.number)).replace("%2", str(made.number)),)
