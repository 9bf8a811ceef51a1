"""The export of everything: all that the store holds, in a documented form, and back without a difference."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from desktop.domain.locks import Approval, Lock
from desktop.domain.plans import PlanVersion, VersionState
from desktop.domain.retention import RetentionRule
from desktop.domain.unit import Entity, Unit
from desktop.services.demo import demo_unit_text
from desktop.services.files.everything import (
    KINDS,
    export_text,
    import_everything,
    is_export,
    read_export,
)
from desktop.services.files.export_schema import export_schema, schema_text
from desktop.services.files.importing import StoreNotEmpty, UnitFileError, import_unit
from desktop.store import DatabaseKey, create_store
from tests.domain_strategies import alike, plan_versions, units
from tests.services.fakes import FakeStore
from tests.store.small_unit import EVERYTHING, ONE_OF_EACH, UNIT, entities, version

MADE = datetime(2026, 11, 26, 7, 30, tzinfo=UTC)
SCHEMA = Path(__file__).resolve().parents[2] / "resources" / "schemas" / "export.schema.json"


def filled(*held: Entity) -> FakeStore:
    store = FakeStore()
    store.put(*held)
    return store


def changed(text: str, change: Any) -> str:
    value = json.loads(text)
    change(value)
    return json.dumps(value)


def test_every_kind_that_the_store_keeps_is_in_it() -> None:
    assert set(KINDS.values()) == {type(entity) for entity in ONE_OF_EACH}


def test_an_encrypted_store_read_back_into_an_empty_one_is_equal(tmp_path: Path) -> None:
    first = create_store(tmp_path / "first.db", DatabaseKey.random())
    import_unit(first, demo_unit_text(1, date(2026, 11, 23)))
    with first.begin() as work:
        work.put_all([each for each in EVERYTHING if isinstance(each, RetentionRule)])
        work.commit()
    second = create_store(tmp_path / "second.db", DatabaseKey.random())
    import_everything(second, export_text(first, MADE, "1.0").encode())
    with first.begin() as work:
        unit, rules, versions = work.unit(), work.all(RetentionRule), work.all(PlanVersion)
    with second.begin() as work:
        assert (work.unit(), work.all(RetentionRule), work.all(PlanVersion)) == (unit, rules, versions)
    assert len(unit.citizens) == 70
    first.close()
    second.close()


@settings(max_examples=5)
@given(data=st.data(), unit=units())
def test_whatever_a_store_holds_comes_back_equal(data: st.DataObject, unit: Unit) -> None:
    plans = [data.draw(plan_versions(unit, f"version-{number}", number)) for number in (1, 2)]
    others = [each for each in EVERYTHING if isinstance(each, RetentionRule | Lock | Approval)]
    held = [*entities(unit), *plans, *(data.draw(alike(each, unit)) for each in others)]
    text = export_text(filled(*held), MADE, "1.0")
    assert set(read_export(text)) == set(held)
    Draft202012Validator(export_schema()).validate(json.loads(text))


def test_the_schema_on_record_is_the_one_of_the_code_and_a_schema() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()
    Draft202012Validator.check_schema(export_schema())


def test_it_is_told_apart_from_a_unit_file() -> None:
    assert is_export(export_text(filled(*EVERYTHING), MADE, "1.0").encode())
    assert not is_export(demo_unit_text(1, date(2026, 11, 23)).encode())


def test_the_audit_stands_in_it_for_reading_and_is_not_read_back() -> None:
    text = export_text(filled(*EVERYTHING), MADE, "1.0", [{"kind": "read", "number": 1}])
    assert json.loads(text)["audit"] == [{"kind": "read", "number": 1}]
    assert len(read_export(text)) == len(EVERYTHING)


def test_an_export_of_before_locks_and_of_levels_that_said_less_is_read_back() -> None:
    def older(value: Any) -> None:
        del value["locks"], value["approvals"]
        for row in value["levels"]:
            del row["never_automatic"]
        for row in value["plan_versions"]:
            del row["published_at"]

    held = [each for each in EVERYTHING if not isinstance(each, Lock | Approval)]
    held.append(version("v2", 2, VersionState.PUBLISHED))
    text = changed(export_text(filled(*held), MADE, "1.0"), older)
    assert set(read_export(text)) == set(held)
    Draft202012Validator(export_schema()).validate(json.loads(text))


def test_a_store_that_holds_a_unit_is_left_alone() -> None:
    store = filled(*EVERYTHING)
    with pytest.raises(StoreNotEmpty):
        import_everything(store, export_text(filled(*EVERYTHING), MADE, "1.0"))
    with store.begin() as work:
        assert work.unit() == UNIT


@pytest.mark.parametrize(
    ("change", "path", "key"),
    [
        (lambda value: value.update(format="sikkerplan-export/2"), "format", "unknown_format"),
        (lambda value: value.pop("rooms"), "rooms", "missing"),
        (lambda value: value.update(extra=1), "extra", "unknown_member"),
        (lambda value: value.update(settings=[]), "settings", "empty"),
        (lambda value: value["citizens"][0].pop("name"), "citizens[0].name", "missing"),
        (lambda value: value["citizens"][1].update(nam="x"), "citizens[1].nam", "unknown_member"),
        (lambda value: value["citizens"][0].update(name=" "), "citizens[0].name", "empty"),
        (lambda value: value["citizens"][1].update(id="c1"), "citizens[1].id", "duplicate"),
        (lambda value: value["rooms"][0].update(capacity="6"), "rooms[0].capacity", "not_whole"),
        (lambda value: value["offers"][0].update(kind="other"), "offers[0].kind", "not_a_choice"),
        (
            lambda value: value["limits"][0]["span"].update(first="26-1-1"),
            "limits[0].span.first",
            "not_a_date",
        ),
        (lambda value: value["absences"][0]["span"].update(start=8), "absences[0].span.start", "not_a_time"),
        (lambda value: value["plan_versions"][0].update(week="W1"), "plan_versions[0].week", "not_a_date"),
        (lambda value: value["separations"][1].update(side_b="c1"), "separations[1].side_b", "same"),
    ],
)
def test_a_mistake_is_told_at_its_place_and_nothing_is_read(change: Any, path: str, key: str) -> None:
    text = changed(export_text(filled(*EVERYTHING), MADE, "1.0"), change)
    store = FakeStore()
    with pytest.raises(UnitFileError) as refused:
        import_everything(store, text)
    assert (path, key) in {(error.path, error.key) for error in refused.value.errors}
    assert store.rows == {}


def test_what_is_no_json_is_told_as_such() -> None:
    with pytest.raises(UnitFileError) as refused:
        read_export(b"{")
    assert refused.value.errors[0].key == "not_json"
