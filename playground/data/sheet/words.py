"""How the data sheet writes what is known of a column."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.data.columns.uses import Use
from engine.data.spec import DataSpec
from playground.data.sheet.choices import chosen
from playground.data.sheet.histogram import Distinct, Histogram
from playground.ui.text import i18n
from playground.ui.text.cells import cell_text
from playground.ui.text.numbers import count


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataSheet", text)


def role_text(use: Use) -> str:
    """``Feature``; ``Ignored: it never changes``"""
    name = i18n.choice_name(use.role)
    return name if use.reason is None else f"{name}: {i18n.error_text(use.reason)}"


def kind_text(use: Use, spec: DataSpec) -> str:
    """``Number``, and of the label ``Classes``."""
    return i18n.choice_name(chosen("kind", use, spec))


def missing_text(n_missing: int, use: Use, spec: DataSpec) -> str:
    """``177 · mean``, ``2 · rows left out``"""
    if not n_missing:
        return "0"
    if use.role == "ignored":
        return count(n_missing)
    filling = "drop" if use.role == "label" else chosen("missing", use, spec)
    return f"{count(n_missing)} · {i18n.choice_name(filling)}"


def missing_help(n_missing: int, use: Use, n_rows: int) -> str:
    """What becomes of the rows without a value."""
    if not n_missing:
        return _tr("Every row has a value.")
    share = _tr("{missing} of {rows} rows have no value.").format(missing=count(n_missing), rows=count(n_rows))
    if use.role == "label":
        return f"{share} {_tr('Without a label there is nothing to learn: these rows are left out.')}"
    if use.role == "ignored":
        return share
    if use.drops_rows:
        return f"{share} {_tr('These rows are left out.')}"
    return f"{share} {_tr('A value stands in for each, and a feature says where it was missing.')}"


def distinct_text(distinct: Distinct) -> str:
    """``891``; ``≥ 4,096`` where not all rows were counted."""
    return count(distinct.count) if distinct.is_exact else f"≥ {count(distinct.count)}"


def histogram_text(histogram: Histogram, digits: int = 0) -> str:
    """What the bars show, for the tooltip and for screen readers. digits: as for `cell_text`."""
    if not histogram.heights:
        return _tr("No values")
    if histogram.low is None or histogram.high is None:
        names = ", ".join(histogram.names)
        if histogram.n_more:
            return _tr("The commonest first: {names}, and {more} more").format(
                names=names, more=count(histogram.n_more)
            )
        return _tr("The commonest first: {names}").format(names=names)
    low, high = cell_text(histogram.low, digits), cell_text(histogram.high, digits)
    if low == high:
        return _tr("Always {value}").format(value=low)
    return _tr("From {low} to {high}").format(low=low, high=high)
