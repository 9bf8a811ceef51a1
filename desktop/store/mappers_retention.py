"""Mapper of the retention rules."""

from __future__ import annotations

from desktop.domain.retention import RetentionRule
from desktop.store.mapping import Mapping, span_columns, span_of
from desktop.store.rows_retention import RetentionRuleRow


def _rule_row(rule: RetentionRule) -> RetentionRuleRow:
    return RetentionRuleRow(
        id=rule.id, kind=rule.kind, months=rule.months, source=rule.source, **span_columns(rule.span)
    )


def _rule(row: RetentionRuleRow) -> RetentionRule:
    return RetentionRule(id=row.id, kind=row.kind, months=row.months, span=span_of(row), source=row.source)


RULES = Mapping(RetentionRule, RetentionRuleRow, _rule_row, _rule)
