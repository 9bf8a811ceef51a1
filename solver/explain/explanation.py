"""A plan explained: what no week can do, why people have no more hours, and what would help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from solver.check import Report, check
from solver.explain.additions import Standing
from solver.explain.help import Effort, Help, what_would_help
from solver.explain.impossible import Contradiction, Hopeless, contradictions, hopeless
from solver.explain.obstacles import Obstacles, everybody_below, obstacles
from solver.explain.own import OwnWeek, own_best
from solver.limits import Limits
from solver.plan import Plan
from solver.problem import Problem

#: Shares of the time left, where time is given: for what stands in people's way, then for their own limits.
PEOPLE, OWN = 0.4, 0.25


@dataclass(frozen=True, slots=True)
class Options:
    """``citizen``: the only one explained; None for everybody below their cap.

    ``work``: rounds of search for each offer instead of a time: the same words everywhere. ``apart``: nothing
    is asked but what these separations, each by its two sides, cost the week.
    """

    citizen: str | None = None
    workers: int = 2
    seed: int = 1
    work: int | None = None
    apart: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Counted ``minutes`` of one citizen against their ``cap``.

    ``own`` is what they could have alone in the world, ``obstacles`` what stands in the way; each None where
    there was no time, and ``obstacles`` where they have reached the cap.
    """

    citizen: str
    minutes: int
    cap: int
    own: OwnWeek | None
    obstacles: Obstacles | None

    @property
    def missing(self) -> int:
        return max(0, self.cap - self.minutes)


@dataclass(frozen=True, slots=True)
class Explanation:
    """``help`` is None where nobody asked about is below their cap, and where there was no time; where only
    separations were asked about, there is nothing but help.

    ``planned`` is False for a plan that holds no week.
    """

    week: str
    planned: bool = True
    contradictions: tuple[Contradiction, ...] = ()
    hopeless: tuple[Hopeless, ...] = ()
    people: tuple[Person, ...] = ()
    not_examined: tuple[str, ...] = ()
    help: Help | None = None

    @property
    def told(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.contradictions or self.hopeless or self.people)


@dataclass(frozen=True, slots=True)
class Observer:
    """Who hears how far it is: ``people`` or ``offers``, how many of how many; and what there is to tell
    so far. Does nothing by default.
    """

    progress: Callable[[str, int, int], None] = field(default=lambda _step, _done, _of: None)
    so_far: Callable[[Explanation], None] = field(default=lambda _: None)


class NotCleanError(Exception):
    """The plan breaks a rule or states something false: nothing is explained."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__("the plan is not clean")


def explain(
    problem: Problem,
    plan: Plan,
    options: Options,
    limits: Limits,
    observer: Observer | None = None,
) -> Explanation:
    """Explains a plan in the time of ``limits``; stopped, it tells what it has by then.

    Raises ``NotCleanError``. The plan is for the problem's week, and the citizen is one of its.
    """
    observer = observer or Observer()
    effort = Effort(limits, options.workers, options.seed, options.work)
    report = check(problem, plan)
    if not report.clean:
        raise NotCleanError(report)
    contradicting = contradictions(problem, effort.go_on)
    if contradicting:
        return Explanation(problem.week, planned=False, contradictions=contradicting)
    if options.apart is not None:
        return _costs(problem, plan, options.apart, effort, observer)
    out_of_reach = hopeless(problem, effort.until(0.1))
    if plan.status in ("infeasible", "unknown") and not plan.sessions:
        return Explanation(problem.week, planned=False, hopeless=out_of_reach)
    standing = Standing(problem, plan.sessions)
    below = list(everybody_below(standing))
    asked = below if options.citizen is None else [standing.frame.citizen_index[options.citizen]]
    people = _people(standing, asked, effort, observer)
    examined = {person.citizen for person in people}
    left = tuple(problem.citizens[i].id for i in asked if problem.citizens[i].id not in examined)
    so_far = Explanation(problem.week, True, (), out_of_reach, people, left)
    observer.so_far(so_far)
    helping = [i for i in asked if standing.missing(i)]
    if not helping or not effort.go_on():
        return so_far
    found = what_would_help(
        problem,
        plan.sessions,
        helping,
        effort,
        lambda done, of: observer.progress("offers", done, of),
    )
    return replace(so_far, help=found)


def _costs(
    problem: Problem, plan: Plan, apart: Sequence[tuple[str, str]], effort: Effort, observer: Observer
) -> Explanation:
    below = list(everybody_below(Standing(problem, plan.sessions)))
    observer.so_far(Explanation(problem.week))
    found = what_would_help(
        problem,
        plan.sessions,
        below,
        effort,
        lambda done, of: observer.progress("offers", done, of),
        apart,
    )
    return Explanation(problem.week, help=found)


def _people(
    standing: Standing, asked: Sequence[int], effort: Effort, observer: Observer
) -> tuple[Person, ...]:
    problem, frame = standing.problem, standing.frame
    go_on = effort.until(PEOPLE)
    observer.progress("people", 0, len(asked))
    found: dict[int, Obstacles | None] = {}
    for i in asked:
        if not go_on():
            break
        found[i] = obstacles(standing, i) if standing.missing(i) else None
        observer.progress("people", len(found), len(asked))
    short = [problem.citizens[i].id for i in found if standing.missing(i)]
    own = own_best(problem, short, effort.until(OWN))
    return tuple(
        Person(
            problem.citizens[i].id,
            sum(frame.counted[i]) * frame.slot,
            problem.citizens[i].max_minutes,
            own.get(problem.citizens[i].id),
            each,
        )
        for i, each in found.items()
    )
