"""The tables of a run, as Markdown: every figure a ratio, a count or a median, with its target."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.contest import Result
from tests.bench.families import FAMILIES, Case

TITLES = {
    "known": "Weeks whose best is known",
    "chromatic": "Weeks that are graph colourings",
    "realistic": "Realistic units",
}
#: Of realistic units of 70 people: the gap asked of every one, and of most.
EVERY, MOST = 0.01, 0.005


@dataclass(frozen=True, slots=True)
class Measured:
    """A case with the seconds that it had, and what each contestant reached: ours first."""

    case: Case
    seconds: float
    results: tuple[Result, ...]

    @property
    def ours(self) -> Result:
        return self.results[0]


@dataclass(frozen=True, slots=True)
class First:
    """Seconds to the first checked plan: a median of ``starts``, None where there is none; what was asked."""

    people: int
    starts: int
    seconds: float | None
    asked: float


def machine() -> str:
    """What the figures were measured on."""
    model = platform.processor() or platform.machine()
    try:
        told = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
        model = told[1] if told else model
    except OSError:
        pass
    system = f"{platform.system()} {platform.machine()}"
    return f"{os.cpu_count()} cores, {model}, {system}, Python {platform.python_version()}"


def report(measured: Sequence[Measured], firsts: Sequence[First], plots: Sequence[str], note: str) -> str:
    """The whole page. ``plots``: names of pictures beside it; ``note``: a line on how the run was made."""
    lines = ["# Benchmarks of the planner", "", f"Measured on {machine()}.", "", note, ""]
    for family in FAMILIES:
        mine = [each for each in measured if each.case.family == family]
        if mine:
            lines += [f"## {TITLES[family]}", "", *_ours(mine), ""]
            if family == "realistic":
                lines += [*_most(mine)]
            peers = [each for each in mine if len(each.results) > 1]
            if peers:
                lines += [
                    "Ours and the peers, as shares of our hours, in the same seconds:",
                    "",
                    *_peers(peers),
                    "",
                ]
    if firsts:
        lines += ["## The first checked plan", "", *_firsts(firsts), ""]
    lines += [f"![{name}]({name})" for name in plots]
    return "\n".join(lines).rstrip() + "\n"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _head(*titles: str) -> list[str]:
    return [_row(*titles), f"|{'---|' * len(titles)}"]


def _ours(measured: Sequence[Measured]) -> Iterator[str]:
    yield from _head(
        "instance",
        "seconds",
        "duties missing",
        "hours",
        "bound",
        "gap",
        "of the best known",
        "proven",
        "MB",
        "target",
    )
    for each in measured:
        ours, best = each.ours, each.case.best
        proven = [goal for goal, is_so in ours.proven.items() if is_so]
        share = ours.hours / best if best and ours.hours is not None else None
        yield _row(
            each.case.name,
            f"{each.seconds:g}",
            _number(ours.duties),
            f"{ours.hours:,g}" if ours.hours is not None else ours.status,
            _number(ours.bounds.get("hours")),
            _share(ours.gap),
            _share(share),
            ", ".join(proven) or "–",
            f"{ours.peak_mb:.0f}" if ours.peak_mb is not None else "–",
            target_words(each),
        )


def target_words(each: Measured) -> str:
    """What was asked, and by how much it is missed where it is."""
    ours, target, best = each.ours, each.case.target, each.case.best
    if ours.hours is None:
        return "no plan"
    found = []
    if target.share is not None and best:
        share = ours.hours / best
        found.append(
            _met(f"{target.share:.1%} of the best", share >= target.share, f"{target.share - share:.2%}")
        )
    if target.proven:
        found.append(_met("proven", ours.proven.get("hours", False), "not proven"))
    if target.gap is not None and ours.gap is not None:
        found.append(_met(f"gap ≤ {target.gap:.1%}", ours.gap <= target.gap, f"{ours.gap - target.gap:.2%}"))
    if target.memory_mb is not None and ours.peak_mb is not None:
        over = ours.peak_mb - target.memory_mb
        found.append(_met(f"under {target.memory_mb:,g} MB", over < 0, f"{over:.0f} MB"))
    if target.nothing_above is not None:
        over = ours.hours - target.nothing_above
        found.append(_met(f"never above {target.nothing_above:g}", over <= 0, f"{over:g} h"))
    return "; ".join(found) or "–"


def _met(asked: str, met: bool, missed: str) -> str:
    return (
        f"{asked}: met"
        if met
        else f"{asked}: missed by {missed}"
        if missed[0].isdigit()
        else f"{asked}: {missed}"
    )


def _most(measured: Sequence[Measured]) -> Iterator[str]:
    gaps = [each.ours.gap for each in measured if each.case.name.startswith("realistic 70,")]
    if gaps:
        within = [sum(gap is not None and gap <= most for gap in gaps) for most in (EVERY, MOST)]
        yield (
            f"Of {len(gaps)} units of 70 people {within[0]} have a gap of at most {EVERY:.1%} (asked: all),"
            f" {within[1]} of at most {MOST:.1%} (asked: most)."
        )
        yield ""


def _peers(measured: Sequence[Measured]) -> Iterator[str]:
    names = list(dict.fromkeys(result.name for each in measured for result in each.results[1:]))
    yield from _head("instance", "seconds", "ours", *names)
    for each in measured:
        by_name = {result.name: result for result in each.results}
        yield _row(
            each.case.name,
            f"{each.seconds:g}",
            f"{_number(each.ours.hours)} h, {_number(each.ours.duties)} duties missing",
            *(_against(by_name.get(name), each.ours) for name in names),
        )


def _against(peer: Result | None, ours: Result) -> str:
    if peer is None:
        return "not asked"
    if peer.hours is None:
        return f"no plan: {peer.status}"
    share = f"{peer.hours / ours.hours:.1%}" if ours.hours else f"{peer.hours:g} h"
    return f"{share}, {_number(peer.duties)} missing ({peer.status})"


def _firsts(firsts: Sequence[First]) -> Iterator[str]:
    yield from _head("people", "seconds from the start of the process", "starts", "target")
    for first in firsts:
        seconds = first.seconds
        over = None if seconds is None else seconds - first.asked
        yield _row(
            f"{first.people:,}",
            "no plan" if seconds is None else f"{seconds:.2f} (median)",
            str(first.starts),
            f"{first.asked:g} s: "
            + ("missed" if over is None else "met" if over <= 0 else f"missed by {over:.2f} s"),
        )


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,g}"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2%}"
