"""Edits of a week by hand, kept as drafts, and a draft's way to a version that never changes.

Several drafts of a week side by side are several versions. Each method is one transaction; each plan goes
through the check before it is stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.locks import Approval, Lock
from desktop.domain.plans import PlanVersion, VersionState, gone_by, handed_out, in_force
from desktop.domain.time import IsoWeek
from desktop.services.call_lists import heard_in_vain, held_for
from desktop.services.change import Change, Edit
from desktop.services.change_labels import ChangeLabel
from desktop.services.hand.verdicts import Verdict, Verdicts
from desktop.services.hand.week_edits import (
    Join,
    Leave,
    Make,
    Move,
    Remove,
    Resize,
    Several,
    Staff,
    WeekEdit,
    applied,
)
from desktop.services.locks import MissingApproval, approvals_missing
from desktop.services.ports import Clock, Store, UnitOfWork, local_time
from desktop.services.tellings import heard_last, is_told, is_week_told, untell
from desktop.services.week.building import CannotPlan
from desktop.services.week.hand_made import hand_made
from desktop.services.week.locking import holds_as_is, locks_of
from desktop.services.week.planning import Prepared, UnitChanged, UnsafePlan, prepared_of
from desktop.services.week.versions import next_number, plan_of, version_id, with_plan
from desktop.services.week.week_time import begun, minute_now
from desktop.services.week.when_broken import Judged, judged, judged_to_publish, plain
from solver.problem import Problem

LABELS: dict[type[WeekEdit], ChangeLabel] = {
    Move: "session_moved",
    Resize: "session_resized",
    Join: "citizen_joined",
    Leave: "citizen_left",
    Make: "session_made",
    Remove: "session_removed",
    Staff: "session_staffed",
    Several: "week_edited",
}
"""What a change is called by the edit that made it."""


class Forbidden(Exception):
    """The edit would break a rule; nothing was stored. ``verdict`` says which."""

    def __init__(self, verdict: Verdict) -> None:
        rules = sorted({found.rule for found in verdict.broken})
        super().__init__(f"the edit would break {', '.join(rules)}")
        self.verdict = verdict


class VersionGone(Exception):
    """The store holds another version of that id by now, or none: look again."""


class PastFixed(Exception):
    """What has begun of a week that people know of would be another: that stands as they know it."""


class VersionFixed(Exception):
    """A published version never changes and is never discarded."""


class StillHeard(Exception):
    """``people``, by their ids, were told of the draft and not yet of the one that people go by: their calls
    are made of the two."""

    def __init__(self, people: frozenset[str]) -> None:
        super().__init__(f"{len(people)} people were told of the draft last")
        self.people = people


class StillRuns(Exception):
    """``people``, by their ids, were told of the draft last, and are in a session of it that runs now:
    without it, nobody would find out whom to call out of that."""

    def __init__(self, people: frozenset[str]) -> None:
        super().__init__(f"{len(people)} people are in a session of the draft")
        self.people = people


@dataclass(frozen=True, slots=True)
class Edited:
    """A version as it is stored now. ``report`` tells what is still wrong in a draft that was before."""

    version: PlanVersion
    report: Judged
    change: Change


@dataclass(frozen=True, slots=True)
class Published:
    """``unapproved`` are sessions that a level asks a manual yes for and that have none: a warning."""

    version: PlanVersion
    report: Judged
    change: Change
    unapproved: tuple[MissingApproval, ...]


class DraftService:
    """Drafts of one store. ``user`` is who is named as the maker of what changes.

    Each method that changes a version raises ``VersionGone``.
    """

    def __init__(self, store: Store, clock: Clock, user: str) -> None:
        self._store = store
        self._clock = clock
        self._user = user

    def edit(
        self,
        prepared: Prepared,
        version: PlanVersion,
        edit: WeekEdit,
        *,
        verdicts: Verdicts | None = None,
        bounds_of: Problem | None = None,
    ) -> Edited:
        """Makes an edit in a draft. Of a published version, and of a draft that somebody was told of, a new
        draft is made first, with the edit in it: what people go by stays as they heard it.

        ``verdicts`` are those of this very version, where they are at hand. ``bounds_of`` is the problem that
        the version's bounds were found for, where that is known: they are kept where it is the week's still.
        Raises ``Forbidden``, ``PastFixed``, ``StillRuns``, ``UnitChanged`` where the week is another,
        ``LookupError`` for a session that is not in the version.
        """
        sessions = version.sessions
        if verdicts is None or (verdicts.prepared, verdicts.sessions) != (prepared, sessions):
            verdicts = Verdicts(prepared, sessions)
        verdict = verdicts.verdict(edit)
        if verdict.past:
            raise PastFixed
        if not verdict.allowed:
            raise Forbidden(verdict)
        # Whom only a person places may have been placed beyond what the engine could prove of the week.
        kept = bounds_of is not None and prepared.by_hand is None and bounds_of == prepared.problem
        plan, found = hand_made(
            prepared.checked, applied(prepared, sessions, edit), plan_of(version).goals if kept else ()
        )
        with self._store.begin() as work:
            self._same(work, version)
            if not self._unchanged(work, prepared):
                raise UnitChanged
            made = self._draft(work, with_plan(version, plan))
            self._leaves_the_past(work, made, version)
            self._lets_go_of_nobody(work, made)
            self._put(work, made, version)
            given = gone_by(work.versions(made.week))
            work.commit()
        report = plain(found)
        if report.violations:
            report = judged(prepared.checked, prepared.unit, made, local_time(self._clock), given=given)
        before = version if made.id == version.id else None
        return Edited(made, report, Change(LABELS[type(edit)], (Edit(before, made),)))

    def duplicate(self, version: PlanVersion) -> Change:
        """Makes a new draft as a copy of any version. Raises ``StillRuns``."""
        with self._store.begin() as work:
            self._same(work, version)
            made = self._copy(work, version)
            self._lets_go_of_nobody(work, made)
            self._put(work, made, version)
            work.commit()
        return Change("draft_duplicated", (Edit(None, made),))

    def discard(self, version: PlanVersion) -> Change:
        """Removes a draft, with the locks of what stands in no other version of the week and with who was
        told of it.

        Where somebody was told of it who has to be called if it goes, it stays, since their calls are made of
        it: a new draft takes its place, of the version that people would go by without it, or an empty one.

        Raises ``VersionFixed`` for a published version, ``StillHeard`` where another has its place already,
        ``StillRuns`` until what runs of it now is over, ``UnitChanged`` where the week can't be planned any
        more.
        """
        if version.state is VersionState.PUBLISHED:
            raise VersionFixed
        with self._store.begin() as work:
            self._same(work, version)
            others = [each for each in work.versions(version.week) if each.id != version.id]
            held = held_for(work, version, gone_by(others), local_time(self._clock))
            if held:
                raise StillRuns(held)
            heard = self._heard(work, version, gone_by(others))
            if heard and gone_by((*others, version)) != version:
                raise StillHeard(heard)
            if heard:
                made = self._in_its_place(work, version, gone_by(others))
                work.commit()
                return Change("draft_taken_back", (Edit(None, made),))
            its_own = [
                lock
                for lock in locks_of(work.all(Lock), version.week)
                if holds_as_is(lock, version) and not any(holds_as_is(lock, each) for each in others)
            ]
            for lock in its_own:
                work.remove(Lock, lock.id)
            told = self._untold(work, version, gone_by(others))
            work.remove(PlanVersion, version.id)
            work.commit()
        gone = (Edit(version, None), *(Edit(each, None) for each in its_own), *told)
        return Change("draft_discarded", gone)

    def keep_only(self, version: PlanVersion, others: Sequence[PlanVersion]) -> Change:
        """Removes other drafts than the one that is kept, with who was told of them. Those stay of which
        somebody was told who has to be called or is in a session of it now, and where people would go by one
        of them, a copy of the one that is kept takes its place.

        Raises ``VersionFixed`` for a published one, ``StillHeard`` where there is nothing to be removed,
        ``StillRuns`` where that is so, or a copy would take its place, until what runs now is over.
        """
        if any(each.state is VersionState.PUBLISHED for each in others):
            raise VersionFixed
        with self._store.begin() as work:
            self._same(work, version)
            for each in others:
                self._same(work, each)
            forced = in_force(work.versions(version.week))
            heard = {each.id: self._heard(work, each, forced or version) for each in others}
            now = local_time(self._clock)
            held = {each.id: held_for(work, each, forced or version, now) for each in others}
            stay = [each for each in others if heard[each.id] or held[each.id]]
            gone = [each for each in others if each not in stay]
            replaces = forced is None and gone_by((version, *stay)) != version
            if any(held.values()) and (replaces or not gone):
                raise StillRuns(frozenset[str]().union(*held.values()))
            if not gone and not replaces:
                raise StillHeard(frozenset[str]().union(*heard.values()))
            # Before any goes: no id is that of one that went in the same change.
            made = [self._in_its_place(work, version, version)] if replaces else []
            told: list[Edit] = []
            for each in gone:
                told += self._untold(work, each, forced or version)
                work.remove(PlanVersion, each.id)
            work.commit()
        edits = (*(Edit(each, None) for each in gone), *told, *(Edit(None, each) for each in made))
        return Change("drafts_discarded" if gone else "draft_taken_back", edits)

    def publish(self, version: PlanVersion) -> Published:
        """Makes a draft a version that never changes, with its figures as the unit stands now.

        What has begun and stands as it does in the version in force keeps nothing from being published: it
        can't be helped by then, and the worse version would stay in force. There is no way back.

        Raises ``PastFixed``, also for a week that is over, of which nobody can be told any more;
        ``UnsafePlan`` where it breaks a rule as the unit stands, ``VersionFixed`` where it is published
        already, ``UnitChanged`` where the week can't be planned any more, ``StillRuns`` where somebody was
        told of another draft and is by it in a session now that is not in this one.
        """
        if version.state is VersionState.PUBLISHED:
            raise VersionFixed
        with self._store.begin() as work:
            self._same(work, version)
            prepared = self._prepared(work, version.week)
            made, now = version, local_time(self._clock)
            if version.week.sunday < now.date():
                raise PastFixed
            versions = work.versions(version.week)
            given = in_force(versions)
            report = judged_to_publish(prepared.checked, prepared.unit, made, now, versions)
            if not report.clean:
                restated, _ = hand_made(prepared.checked, version.sessions)
                made = with_plan(version, restated)
                report = judged_to_publish(prepared.checked, prepared.unit, made, now, versions)
            if not report.clean:
                raise UnsafePlan(report)
            if given is not None:
                self._leaves_the_past(work, made, given)
            made = handed_out(made, versions, self._clock.now())
            self._lets_go_of_nobody(work, made)
            missing = approvals_missing(prepared, made, work.all(Approval))
            work.put(made)
            work.commit()
        return Published(made, report, Change("week_published", (Edit(version, made),)), missing)

    def past_stands(self, week: IsoWeek) -> bool:
        """Whether what has begun of a week can't be changed by hand: it was published, or somebody was told
        of a version of it."""
        with self._store.begin() as work:
            return _stands(work, week)

    def approvals_missing(self, prepared: Prepared, version: PlanVersion) -> tuple[MissingApproval, ...]:
        """The version's sessions that need a manual yes and have none as they stand."""
        with self._store.begin() as work:
            return approvals_missing(prepared, version, work.all(Approval))

    def _prepared(self, work: UnitOfWork, week: IsoWeek) -> Prepared:
        try:
            return prepared_of(work.unit(), week, locks_of(work.all(Lock), week))
        except (LookupError, CannotPlan):
            raise UnitChanged from None

    def _unchanged(self, work: UnitOfWork, prepared: Prepared) -> bool:
        """Whether the week is the same still; made anew only where anything of the unit is another."""
        try:
            now = (work.unit(), locks_of(work.all(Lock), prepared.week))
        except LookupError:
            return False
        if now == (prepared.unit, prepared.locks):
            return True
        return self._prepared(work, prepared.week).checked == prepared.checked

    def _lets_go_of_nobody(self, work: UnitOfWork, made: PlanVersion) -> None:
        """Raises ``StillRuns`` where ``made`` takes the place of the version that people go by, and leaves
        out a session that runs now with somebody who was told of that version last."""
        versions = work.versions(made.week)
        given, then = gone_by(versions), gone_by((*(each for each in versions if each.id != made.id), made))
        if given is None or then != made or given.id == made.id:
            return
        if held := held_for(work, given, made, local_time(self._clock)):
            raise StillRuns(held)

    def _leaves_the_past(self, work: UnitOfWork, made: PlanVersion, before: PlanVersion) -> None:
        """Raises ``PastFixed`` where what has begun of a week that stands is not as it was ``before``."""
        minute = minute_now(made.week, local_time(self._clock))
        if _stands(work, made.week) and begun(made, minute) != begun(before, minute):
            raise PastFixed

    def _same(self, work: UnitOfWork, version: PlanVersion) -> None:
        if work.get(PlanVersion, version.id) != version:
            raise VersionGone

    def _draft(self, work: UnitOfWork, version: PlanVersion) -> PlanVersion:
        if version.state is VersionState.PUBLISHED or is_told(work, version.id):
            return self._copy(work, version)
        return replace(version, created_at=self._clock.now(), created_by=self._user)

    def _heard(self, work: UnitOfWork, version: PlanVersion, after: PlanVersion | None) -> frozenset[str]:
        return heard_in_vain(work, version, after, local_time(self._clock))

    @staticmethod
    def _untold(work: UnitOfWork, version: PlanVersion, after: PlanVersion | None) -> tuple[Edit, ...]:
        """Removes who was told of a draft that goes; what they know is what ``after`` says as well."""
        heard = heard_last(work, version)
        return untell(work, version.id, None if after is None else after.id, heard)

    def _in_its_place(self, work: UnitOfWork, version: PlanVersion, after: PlanVersion | None) -> PlanVersion:
        """Stores a new draft that people go by instead of ``version``: as ``after`` is, or an empty one."""
        if after is None:
            plan, _ = hand_made(self._prepared(work, version.week).checked, ())
            after = with_plan(version, plan)
        made = self._copy(work, after)
        self._put(work, made, version)
        return made

    def _put(self, work: UnitOfWork, made: PlanVersion, version: PlanVersion) -> None:
        """Stores what was made of ``version``; nobody was told of it yet."""
        if made.id != version.id:
            untell(work, made.id)
        work.put(made)

    def _copy(self, work: UnitOfWork, version: PlanVersion) -> PlanVersion:
        number = next_number(work.versions(version.week))
        return replace(
            version,
            id=version_id(version.week, number),
            number=number,
            state=VersionState.DRAFT,
            published_at=None,
            created_at=self._clock.now(),
            created_by=self._user,
        )


def _stands(work: UnitOfWork, week: IsoWeek) -> bool:
    return in_force(work.versions(week)) is not None or is_week_told(work, week)
