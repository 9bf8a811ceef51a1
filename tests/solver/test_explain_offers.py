"""What would help: offers whose gain is known, and bounds that nothing passes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import Phase, assume, given, settings

from solver.check import check
from solver.explain.explanation import Explanation, Options, explain
from solver.explain.help import Gain, Help
from solver.explain.offers import for_hours, offers
from solver.limits import Limits
from solver.plan import Plan, Session
from solver.problem import Interval, Level, Problem, Room, Separation, Site
from solver.solve import Options as Effort
from solver.solve import solve
from tests.bench.instances import realistic
from tests.solver import brute
from tests.solver.good_week import truthful
from tests.solver.problems import hour, small_problems, tiny

BASE = tiny(people=1)
CLASS, TEACHER, C1 = BASE.activities[0], BASE.staff[0], BASE.citizens[0]
RIVALS = Separation(("c1", "c2"), "site", 60)


def told(
    problem: Problem, sessions: tuple[Session, ...] = (), work: int = 60, workers: int = 1
) -> Explanation:
    return explain(problem, truthful(problem, sessions), Options(None, workers, 1, work), Limits(1000))


def helping(problem: Problem, sessions: tuple[Session, ...] = ()) -> Help:
    found = told(problem, sessions).help
    assert found is not None
    return found


def winning(found: Help) -> dict[str, tuple[float, float]]:
    """The offers that win: hours won and the most there could be."""
    return {gain.offer.text: (gain.minutes / 60, gain.bound / 60) for gain in found.gains if gain.minutes}


def test_one_more_staff_member_wins_just_what_the_bound_says() -> None:
    found = helping(replace(BASE, staff=(replace(TEACHER, available=()),)))
    assert winning(found) == {"one more staff member with the skill teach on Monday": (2, 2)}


def test_a_room_with_what_the_level_asks_for_and_a_lower_level_win_the_same() -> None:
    alarmed = Level(2, 4, 1, 0, frozenset({"alarm"}))
    problem = replace(BASE, levels=(*BASE.levels, alarmed), citizens=(replace(C1, level=2),))
    assert winning(helping(problem)) == {
        "one more room with alarm on site north": (2, 2),
        "c1 at level 1 instead of 2": (2, 2),
    }


def test_a_smaller_gap_wins_and_no_separation_wins_more() -> None:
    assert winning(helping(tiny(3, separations=(RIVALS,)))) == {
        "c1 and c2 no longer kept apart": (2, 2),
        "a gap of 0 instead of 60 minutes between c1 and c2": (1, 1),
    }


def test_two_sides_are_kept_apart_no_longer_only_where_all_that_separates_them_is_gone() -> None:
    both = (RIVALS, Separation(("c2", "c1"), "session", 0))
    apart = [each for each in offers(tiny(3, separations=both)) if each.kind == "separation"]
    assert [(each.ids, each.problem.separations) for each in apart] == [(("c1", "c2"), ())]


def test_what_one_separation_costs_is_asked_without_anything_else() -> None:
    other = Separation(("c1", "c3"), "session", 0)
    problem = tiny(3, people=3, separations=(RIVALS, other))
    asked = Options(None, 1, 1, 60, (("c2", "c1"),))
    found = explain(problem, truthful(problem, ()), asked, Limits(1000))
    assert (found.people, found.hopeless) == ((), ())
    assert found.help is not None
    assert [(gain.offer.kind, gain.offer.ids) for gain in found.help.gains] == [("separation", ("c1", "c2"))]
    gain = found.help.gains[0]
    assert 0 < gain.minutes <= gain.bound


def test_a_separation_costs_nothing_where_nobody_lacks_hours() -> None:
    problem = tiny(3, separations=(Separation(("c1", "c2"), "session", 0),))
    full = replace(problem, citizens=tuple(replace(each, max_minutes=0) for each in problem.citizens))
    asked = Options(None, 1, 1, 60, (("c1", "c2"),))
    found = explain(full, truthful(full, ()), asked, Limits(1000)).help
    assert found is not None
    assert [(gain.minutes, gain.bound) for gain in found.gains] == [(0, 0)]


def test_an_hour_more_on_a_site_wins_what_people_and_staff_are_there_for() -> None:
    shut = (Interval(hour(0), hour(1)),)
    problem = replace(BASE, open_hours=shut, sites=(Site("north"), Site("south")))
    assert winning(helping(problem)) == {
        "all sites open until 10:00 on Monday": (1, 1),
        "site north open until 10:00 on Monday": (1, 1),
    }


def test_nothing_helps_where_everybody_has_all_that_they_may_attend() -> None:
    problem = tiny()
    sessions = tuple(
        Session(f"s{n}", "class", "n1", hour(n), hour(n + 1), ("teacher",), ("c1", "c2")) for n in range(2)
    )
    found = helping(problem, sessions)
    assert (found.plan, found.best, found.bound) == (240, 240, 240)
    assert {(gain.minutes, gain.bound) for gain in found.gains} == {(0, 0)}
    assert not found.not_examined


def test_a_plan_that_was_not_finished_is_no_gain_of_an_offer() -> None:
    found = helping(BASE)
    assert (found.plan, found.best) == (0, 120)
    assert winning(found) == {}


def test_staff_whom_nobody_asks_for_do_no_harm() -> None:
    members = (TEACHER, *(replace(TEACHER, id=f"m{n}") for n in range(9)))
    crowd = tuple(member.id for member in members)
    session = Session("s1", "class", "n1", hour(0), hour(1), crowd, ("c1",))
    assert helping(replace(BASE, staff=members), (session,)).best == 120


def test_hours_count_after_the_goals_before_them_and_before_those_after() -> None:
    problem = replace(BASE, goals=("cost", "hours", "gaps"))
    assert for_hours(problem).goals == ("cost", "hours")
    assert for_hours(replace(BASE, goals=("duties",))).goals == ("duties", "hours")


def test_every_offer_makes_more_weeks_possible_and_forbids_none() -> None:
    problem = realistic(20)
    plan = solve(problem, Effort(1.0, 1, 1, work=50))
    kinds = set()
    for offer in offers(for_hours(problem)):
        kinds.add(offer.kind)
        assert not check(offer.problem, Plan(plan.week, "feasible", sessions=plan.sessions)).violations
    assert kinds == {"staff", "room", "opening", "gap", "separation", "level"}


def test_gains_are_ranked_and_what_there_was_no_time_for_is_named() -> None:
    problem = realistic(12)
    plan = solve(problem, Effort(1.0, 1, 1, work=200))
    found = told(problem, plan.sessions, work=20, workers=2)
    assert found.help is not None
    gains = [gain.minutes for gain in found.help.gains]
    assert gains == sorted(gains, reverse=True)
    assert len(gains) + len(found.help.not_examined) == len(offers(for_hours(problem)))
    assert found.help.not_examined
    for gain in found.help.gains:
        assert 0 <= gain.minutes <= gain.bound
    assert found == told(problem, plan.sessions, work=20, workers=1)


@given(problem=small_problems())
@settings(max_examples=12, derandomize=True, phases=[Phase.generate], deadline=None)
def test_no_week_passes_a_bound_in_any_tiny_problem(problem: Problem) -> None:
    problem = replace(problem, locked=())
    found = told(problem).help
    assume(found is not None)
    assert found is not None
    if (hours := _most(problem)) is not None:
        assert hours <= found.bound / 60
    for gain in found.gains:
        assert 0 <= gain.minutes <= gain.bound
        if (hours := _most(gain.offer.problem)) is not None:
            assert hours <= (found.best + gain.bound) / 60
            assert_not_above(found, gain, hours)


def assert_not_above(found: Help, gain: Gain, hours: float) -> None:
    """Where no duty was given up for it, what an offer wins is in a week that brute force finds too."""
    if gain.minutes and gain.duties >= 0:
        assert (found.best + gain.minutes) / 60 <= hours


def _most(problem: Problem) -> float | None:
    """The most hours with the fewest duties missing; None where there are too many weeks to try."""
    try:
        best = brute.best(problem, most_steps=4_000)
    except brute.TooLargeError:
        return None
    return None if best is None else best[1]


def test_a_room_offered_suits_activities_with_a_list_of_rooms_on_its_site() -> None:
    listed = replace(CLASS, rooms=frozenset({"n1"}))
    problem = replace(BASE, activities=(listed,), rooms=(Room("n1", "north", 4, closed=BASE.open_hours),))
    assert winning(helping(problem)) == {"one more room on site north": (2, 2)}
