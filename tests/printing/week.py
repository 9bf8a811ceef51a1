"""A small unit and a hand-made plan of its week, for tests of sheets and prints."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from desktop.domain.levels import ThreatLevel
from desktop.domain.offers import Activity, ActivityKind
from desktop.domain.people import Citizen, LevelAssessment
from desktop.domain.places import Room, Site, SiteKind
from desktop.domain.plans import GoalValue, PlannedSession, PlanVersion, UnmetDuty, VersionState
from desktop.domain.settings import UnitSettings
from desktop.domain.staffing import StaffMember
from desktop.domain.time import DateSpan, IsoWeek, WeeklyBlock
from desktop.domain.unit import Unit
from desktop.services.week.planning import Prepared
from desktop.services.week.when_broken import Judged
from solver.check import Violation
from solver.problem import Citizen as PlannedCitizen
from solver.problem import Problem

WEEK = IsoWeek(2026, 48)
ALWAYS = DateSpan(date(2026, 1, 1))
CLEAN = Judged((), (), (), (), ())
BROKEN = Judged((Violation("R10", ("s1", "c1", "c2"), "two rivals in one session"),), (), (), (), ())

NAMES = (
    "Aksel Bakkedrag",
    "Bjarke Dybensø",
    "Carlo Elmegrøft",
    "Detlef Fjeldager",
    "Ejner Ærtebjerg",
    "Øjvind Ådalsgaard",
    "Frederik-Christian Kjærsgaard-Vestergaard",
    "Niels-Jørn Højland-Østerlyng",
)


def citizen(number: int, name: str, level: int = 1, until: date = date(2027, 6, 30)) -> Citizen:
    """``c1`` … with a case number and an assessment that holds until a day."""
    assessment = LevelAssessment(level, "A. Vurdering", date(2026, 8, 1), until)
    return Citizen(f"c{number}", name, f"26-{1000 + number}", ALWAYS, assessments=(assessment,))


def level(number: int, *, needs_approval: bool = False) -> ThreatLevel:
    """A level without measures of note."""
    none = frozenset[str]()
    return ThreatLevel(
        f"l{number}", number, f"Trin {number}", 9, 1, 0, none, False, needs_approval, ALWAYS, "Politiet"
    )


def activity(number: int, name: str) -> Activity:
    """``a1`` …"""
    return Activity(f"a{number}", name, ActivityKind.WORKSHOP, None, True, (60,), 1, 9, 1, "teach")


def moment(day: int, clock: str) -> datetime:
    """A day of November 2026 and a time of day."""
    hour, minute = (int(part) for part in clock.split(":"))
    return WEEK.moment((day - 23) * 1440 + hour * 60 + minute)


def unit(citizens: tuple[Citizen, ...] | None = None, activities: tuple[Activity, ...] | None = None) -> Unit:
    """Open 08 to 16, Friday to 14; two sites, three rooms, eight citizens, two members of staff."""
    opening = tuple(WeeklyBlock(day, 480, 960 if day < 4 else 840) for day in range(5))
    return Unit(
        settings=UnitSettings("unit", "Særenheden", 30, opening, None),
        levels=(level(1), level(2), level(3), level(4, needs_approval=True)),
        sites=(Site("h1", "Havnehuset", SiteKind.UNIT), Site("h2", "Værkstedet", SiteKind.SUPPLIER)),
        rooms=(
            Room("r1", "h1", "Lokale 1", 8),
            Room("r2", "h1", "Lokale 2", 8),
            Room("r3", "h2", "Smedjen", 8),
        ),
        staff=(
            StaffMember("m1", "Vibe Ellemose", None, frozenset({"teach"}), (), 2220),
            StaffMember("m2", "Torben Kildehøj", None, frozenset({"teach"}), (), 2220),
        ),
        activities=activities
        or (activity(1, "Jobklub"), activity(2, "Vredeshåndtering"), activity(3, "Mentorstøtte")),
        citizens=tuple(citizen(number, name) for number, name in enumerate(NAMES, start=1))
        if citizens is None
        else citizens,
    )


def session(
    name: str,
    room: str = "r1",
    day: int = 23,
    start: str = "09:00",
    minutes: int = 60,
    people: str = "c1 c2",
    staff: str = "m1",
    activity: str = "a1",
) -> PlannedSession:
    """A session on a day of November 2026."""
    begins = moment(day, start)
    ends = begins + timedelta(minutes=minutes)
    return PlannedSession(name, activity, room, begins, ends, tuple(staff.split()), tuple(people.split()))


def version(*sessions: PlannedSession, unmet: tuple[UnmetDuty, ...] = ()) -> PlanVersion:
    """The week's third version."""
    return PlanVersion(
        id="2026-W48.3",
        week=WEEK,
        number=3,
        state=VersionState.DRAFT,
        created_at=datetime(2026, 11, 22, 12, 5, tzinfo=UTC),
        created_by="Koordinator K",
        status="feasible",
        seconds=9.8,
        goals=(GoalValue("duties", len(unmet), 0, False), GoalValue("hours", 1234.5, 1300, False)),
        sessions=sessions,
        unmet=unmet,
        digest="ab12cd34ef56" + "0" * 52,
    )


def prepared(of: Unit) -> Prepared:
    """The unit's week, without the problem's details."""
    people = tuple(PlannedCitizen(each.id, 1, (), (), 2220, 480) for each in of.citizens)
    return Prepared(WEEK, Problem(str(WEEK), 30, (), (), (), (), (), (), people), of)
