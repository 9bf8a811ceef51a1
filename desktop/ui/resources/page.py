"""The page of what the unit has: places, staff, offers and the house rules."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.context import WindowContext
from desktop.ui.records.page import RecordsPage
from desktop.ui.resources.crew import staff_records, supplier_records
from desktop.ui.resources.house import closed_records, limit_records, settings_records
from desktop.ui.resources.places import room_records, site_records, travel_records
from desktop.ui.resources.services import activity_records, offer_records


class ResourcesPage(RecordsPage):
    key = "resources"

    def __init__(self, context: WindowContext, parent: QWidget | None = None) -> None:
        kinds = (
            site_records(),
            room_records(),
            travel_records(),
            staff_records(),
            supplier_records(),
            offer_records(),
            activity_records(),
            limit_records(),
            closed_records(),
            settings_records(),
        )
        super().__init__(context, kinds, parent)
