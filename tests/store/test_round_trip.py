"""What is put comes back equal, whatever it is."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.unit import Entity, Unit
from desktop.store import DatabaseKey, create_store, open_store
from desktop.store.mappers import MAPPINGS
from desktop.store.unit_of_work import SqlStore
from tests.domain_strategies import alike, units
from tests.store.small_unit import EVERYTHING, ONE_OF_EACH, UNIT, WEEK, entities, version


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    """A store with the small unit, in which no example commits anything."""
    store = create_store(tmp_path_factory.mktemp("store") / "unit.db", DatabaseKey.random())
    with store.begin() as work:
        work.put_all(EVERYTHING)
        work.commit()
    yield store
    store.close()


def test_the_small_unit_holds_every_kind_of_entity(shared: SqlStore) -> None:
    assert {type(entity) for entity in ONE_OF_EACH} == set(MAPPINGS)
    with shared.begin() as work:
        assert work.unit() == UNIT
        assert work.versions(WEEK) == (version("v1", 1),)


@pytest.mark.parametrize("known", ONE_OF_EACH, ids=lambda entity: type(entity).__name__)
@settings(max_examples=20)
@given(data=st.data())
def test_an_entity_comes_back_as_it_was_put_and_nothing_is_left_of_the_one_before(
    shared: SqlStore, known: Entity, data: st.DataObject
) -> None:
    first, second = data.draw(alike(known, UNIT)), data.draw(alike(known, UNIT))
    with shared.begin() as work:
        for put in (first, second) if not_published(first) else (second,):
            work.put(put)
            assert work.get(type(put), put.id) == put
            assert [each for each in work.all(type(put)) if each.id == put.id] == [put]


@settings(max_examples=5)
@given(unit=units(), order=st.randoms())
def test_a_whole_unit_is_still_there_after_closing_and_opening(
    tmp_path_factory: pytest.TempPathFactory, unit: Unit, order: random.Random
) -> None:
    path, key = tmp_path_factory.mktemp("store") / "unit.db", DatabaseKey.random()
    shuffled = entities(unit)
    order.shuffle(shuffled)
    store = create_store(path, key)
    with store.begin() as work:
        work.put_all(shuffled)
        work.commit()
    store.close()
    again = open_store(path, key)
    with again.begin() as work:
        assert work.unit() == unit
    again.close()


def not_published(entity: Entity) -> bool:
    return getattr(entity, "state", None) != "published"
