"""Korean: complete, compiled from what the sources say, and readable in the window."""

from __future__ import annotations

import importlib.util
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine.assets import asset
from engine.data.augmentation.spec import AugmentationSpec
from engine.errors import ExperimentError, PlaygroundError
from engine.experiment.experiment import parse
from engine.fields import field_info, field_infos
from engine.nn.layers.dense import DenseSpec
from engine.nn.layers.dropout import DropoutSpec
from engine.store.experiment_files import open_experiment
from engine.store.presets import load_preset
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from playground.ui.fields.numbers.number_edit import NumberEdit
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.widgets.elided_label import ElidedLabel
from tests.playground.helpers import small

HANGUL = re.compile("[가-힣]")


def _updater() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update", asset("translations", "update.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


update = _updater()
KOREAN: dict[tuple[str, str], str] = update.read(update.source_file("ko"))
MESSAGES = sorted(KOREAN)


def test_a_feature_is_called_by_one_word_wherever_it_is_told() -> None:
    assert [source for (_, source), text in KOREAN.items() if "특성" in text] == []
    assert any("특징" in text for text in KOREAN.values())


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    i18n.set_language("en")


@pytest.fixture
def korean(qapp: QApplication) -> None:
    i18n.set_language("ko")


# --- the files ------------------------------------------------------------------------------------------------------


def test_the_check_tells_what_is_missing_and_what_is_left_over(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(update, "collect", lambda: set(MESSAGES))
    assert update.check() == 0
    monkeypatch.setattr(update, "collect", lambda: {*MESSAGES[1:], ("Window", "new")})
    assert update.check() == 1
    told = capsys.readouterr().out
    assert "to translate: Window: 'new'" in told
    assert f"no longer shown: {MESSAGES[0][0]}: {MESSAGES[0][1]!r}" in told


def test_the_file_is_as_the_tool_writes_it() -> None:
    path: Path = update.source_file("ko")
    assert path.read_text(encoding="utf-8") == update.ts_text("ko", KOREAN)


def test_nothing_is_left_to_translate() -> None:
    assert [message for message, text in KOREAN.items() if not text.strip()] == []


def test_the_compiled_file_says_the_same(qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(asset("translations", "playground_ko.qm")))
    compiled = {(context, text): translator.translate(context, text) for context, text in MESSAGES}
    assert compiled == KOREAN, "run: make translations"


def _placeholders(text: str) -> list[str]:
    """Names and formats in braces, sorted."""
    parts = string.Formatter().parse(text)
    return sorted(f"{name}:{form}" for _, name, form, _ in parts if name is not None)


def test_the_parts_of_a_setting_are_translated_too() -> None:
    """Those of augmentation stand in the data panel, in comparisons and in the lane table."""
    assert {info.title for info in field_infos(AugmentationSpec).values()} <= set(update._field_texts())


def test_placeholders_are_kept() -> None:
    wrong = [message for message, text in KOREAN.items() if _placeholders(message[1]) != _placeholders(text)]
    assert wrong == []


def test_endings_and_keys_are_kept() -> None:
    for (_, english), korean in KOREAN.items():
        assert english.endswith("…") == korean.endswith("…"), english
        assert ("&" in english) == ("(&" in korean), english
        assert korean == korean.strip(), english
        for keys in re.findall(r"\((?:Ctrl|Alt|Delete)[^)]*\)|\(\*[^)]*\)", english):
            assert keys in korean, english


def test_sentences_are_korean() -> None:
    names = re.compile(r"[\w .²λβρε₁₂±-]{1,14}|Fashion-MNIST")
    for (_, english), korean in KOREAN.items():
        words = re.sub(r"\{[^}]*\}|SGD", "", english)
        is_formula = "=" in english and not re.search(r"[^\W\d_]{2}", words)
        says_something = re.search(r"[^\W\d_]", words) and not is_formula
        assert HANGUL.search(korean) or names.fullmatch(korean) or not says_something, english


def test_no_particle_follows_a_name_whose_ending_is_unknown() -> None:
    """을 or 를, 이 or 가 depend on the sound before them, and what a placeholder stands for is not known."""
    for english, korean in KOREAN.items():
        assert not re.search(r"\{(?!step|count|limit|line|range)\w+\}(?:을|를|은|는|이|가|과|와)(?![가-힣])", korean), (
            english
        )


def test_the_same_english_is_the_same_korean() -> None:
    """A word that means two things in two places would have to be listed here."""
    by_text: dict[str, set[str]] = {}
    for (_, english), korean in KOREAN.items():
        by_text.setdefault(english, set()).add(korean)
    two_meanings = {
        "Step",  # of training, and a curve that jumps
        "Fold",  # a part of the rows, and to make small
        "Rate",  # of dropout, and of learning
        "Down",  # a direction, and a side of a map
    }
    several = {english: texts for english, texts in by_text.items() if len(texts) > 1}
    assert several.keys() == two_meanings, several


# --- finding the strings --------------------------------------------------------------------------------------------

SOURCE = """
class Panel(QWidget):
    def build(self):
        self.tr("in a class")
        self.tr("of two "
                "pieces")
        self.tr("one" if self else "other").format(x=1)
        QCoreApplication.translate("Elsewhere", "by context")
        painter.translate(3, 4)
        _tr("by helper")

def _tr(text):
    return QCoreApplication.translate("Helper", text)
"""


def test_strings_are_found_however_they_are_written(tmp_path: Path) -> None:
    folder = tmp_path / "playground"
    folder.mkdir()
    (folder / "panel.py").write_text(SOURCE, encoding="utf-8")
    found = set(update._Calls(folder / "panel.py").messages)
    assert found == {
        ("Panel", "in a class"),
        ("Panel", "of two pieces"),
        ("Panel", "one"),
        ("Panel", "other"),
        ("Elsewhere", "by context"),
        ("Helper", "by helper"),
    }


@pytest.mark.parametrize("call", ['self.tr(f"{x}")', "self.tr(text)", 'self.tr("a", "b")', 'self.tr("a" + text)'])
def test_a_string_that_cannot_be_found_is_an_error(tmp_path: Path, call: str) -> None:
    path = tmp_path / "panel.py"
    path.write_text(f"class Panel:\n    def build(self):\n        {call}\n", encoding="utf-8")
    with pytest.raises(update.UnreadableError, match=r"panel\.py:3"):
        update._Calls(path)


def test_error_sentences_are_found_behind_names(tmp_path: Path) -> None:
    path = tmp_path / "data.py"
    path.write_text(
        '_A = "{a} is wrong."\n_B = {1: "{b} is wrong.", 2: "{c} is wrong."}\n'
        "def f(x):\n    template = _A\n    if x: template = 'no.'\n    raise DataError(template, a=1)\n"
        "def g(x):\n    raise DataError(_B[x], b=2)\n",
        encoding="utf-8",
    )
    assert update.error_templates(path) == {"{a} is wrong.", "no.", "{b} is wrong.", "{c} is wrong."}
    path.write_text("def f(x):\n    raise DataError(x)\n", encoding="utf-8")
    with pytest.raises(update.UnreadableError):
        update.error_templates(path)


# --- in Korean ------------------------------------------------------------------------------------------------------


def test_an_unknown_language_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        i18n.set_language("xx")
    assert i18n.language() == "en"


@pytest.mark.usefixtures("korean")
def test_fields_and_choices() -> None:
    assert i18n.language() == "ko"
    assert i18n.field_title(field_info(DropoutSpec, "rate")) == "드롭아웃 비율"
    assert i18n.choice_name("he_uniform") == "He 균등"
    assert i18n.choice_name("relu") == "ReLU"
    assert HANGUL.search(i18n.choice_help("relu"))
    assert i18n.choice_name("/tmp/꽃.csv") == "/tmp/꽃.csv"
    assert field_text.range_text(field_info(DropoutSpec, "rate")) == "0 이상 1 미만"
    assert "범위: 0 이상 1 미만" in field_text.tooltip(field_info(DropoutSpec, "rate"))
    i18n.set_language("en")
    assert i18n.choice_name("he_uniform") == "He uniform"


@pytest.mark.usefixtures("korean")
def test_qts_own_dialogs_are_korean_too(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert HANGUL.search(box.buttons()[0].text())


def _error(recipe: dict[str, Any]) -> PlaygroundError:
    with pytest.raises(ExperimentError) as caught:
        parse({**small().to_dict(), **recipe})
    return caught.value


@pytest.mark.parametrize(
    ("recipe", "sentence"),
    [
        ({"batch_size": 0}, "batch_size: 1 이상 100000 이하 값이어야 합니다 (입력: 0)."),
        (
            {"optimizer": {"kind": "sgd", "learning_rate": 0}},
            "optimizer.learning_rate: 0 초과 100 이하 값이어야 합니다 (입력: 0).",
        ),
        (
            {"layers": [{"kind": "dense"}, {"kind": "dropout", "rate": 1}]},
            "layers.1.rate: 0 이상 1 미만 값이어야 합니다 (입력: 1).",
        ),
        ({"colour": 1}, "colour: 모르는 항목입니다."),
        ({"sampling": "all"}, "sampling: 다음 중 하나여야 합니다: replacement, shuffle, full (입력: 'all')."),
        (
            {"layers": [{"kind": "activation", "function": "relu"}]},
            "layers: 완전연결층이 하나 이상 있어야 합니다. 마지막 완전연결층이 출력입니다.",
        ),
    ],
)
def test_errors(korean: None, recipe: dict[str, Any], sentence: str) -> None:
    assert i18n.error_text(_error(recipe)) == sentence


def test_errors_in_english_are_the_sentences_of_the_command_line(qapp: QApplication) -> None:
    error = _error({"batch_size": 0})
    assert i18n.error_text(error) == str(error) == "batch_size: must be between 1 and 100000; got 0."


def test_an_error_inside_an_error_is_translated_too(korean: None, tmp_path: Path) -> None:
    path = tmp_path / "실험.json"
    path.write_text(small().to_json().replace('"batch_size": 16', '"batch_size": 0'), encoding="utf-8")
    with pytest.raises(ExperimentError) as caught:
        open_experiment(path)
    assert i18n.error_text(caught.value) == f"{path}: batch_size: 1 이상 100000 이하 값이어야 합니다 (입력: 0)."


@pytest.mark.usefixtures("korean")
def test_what_is_typed_wrong_is_explained_in_korean(qtbot: QtBot) -> None:
    theme.apply("light")
    edit = NumberEdit(field_info(DenseSpec, "l2"))
    qtbot.addWidget(edit)
    edit.selectAll()
    qtbot.keyClicks(edit, "99")
    assert "L2 λ의 범위는 0 이상 10 이하입니다." in edit.toolTip()


# --- the window -----------------------------------------------------------------------------------------------------


def shown_texts(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every text that stands in the window, beside the one who shows it."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton) and widget.text():
            if not (isinstance(widget, QToolButton) and not _has_words(widget)):
                yield widget, widget.text()
        elif isinstance(widget, QComboBox) and widget.currentText():
            yield widget, widget.currentText()


def _has_words(button: QToolButton) -> bool:
    return button.icon().isNull() or button.toolButtonStyle().name != "ToolButtonIconOnly"


def cut_off(window: QWidget) -> list[str]:
    """The labels and buttons whose words are wider than they are, and do not say the rest in a tooltip."""
    result = []
    for widget, text in shown_texts(window):
        if isinstance(widget, QComboBox) or (isinstance(widget, QLabel) and widget.wordWrap()):
            continue
        if isinstance(widget, ElidedLabel) and widget.toolTip():
            continue
        text = text.replace("&", "")
        room = widget.contentsRect().width() if isinstance(widget, QLabel) else widget.width()
        if widget.fontMetrics().horizontalAdvance(text) > room + 1:
            result.append(f"{type(widget).__name__} {widget.objectName()} ({room} px): {text}")
    return result


@pytest.fixture
def korean_window(qtbot: QtBot) -> MainWindow:
    """Opened in English and switched by its own action, at the smallest size that it is made for."""
    window = create_window(load_preset("l2-and-dropout"))
    qtbot.addWidget(window)
    if i18n.language() == "ko":
        window.actions_by_name["language"].trigger()
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.session.snapshot is not None, timeout=20_000)
    window.actions_by_name["language"].trigger()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the panels in English
    QApplication.processEvents()
    return window


@dataclass(frozen=True)
class Seen:
    """What there is to read in the Korean window."""

    names: frozenset[str]
    """Of lanes: they are nobody's language."""
    texts: tuple[str, ...]
    menus: tuple[str, ...]
    tips: dict[str, str]
    """Whose tooltip -> what it says."""
    cut_off: tuple[str, ...]


_seen: list[Seen] = []


def read(window: MainWindow) -> Seen:
    menus = [bar_action.menu() for bar_action in window.menuBar().actions()]
    widgets = [widget for widget in window.findChildren(QWidget) if widget.toolTip()]
    return Seen(
        frozenset(lane.name for lane in window.session.experiment.lanes),
        tuple(text for _, text in shown_texts(window)),
        tuple(action.text() for menu in menus if isinstance(menu, QMenu) for action in menu.actions()),
        {
            f"{number} {type(widget).__name__} {widget.objectName()}": widget.toolTip()
            for number, widget in enumerate(widgets)
        },
        tuple(cut_off(window)),
    )


@pytest.fixture
def seen(request: pytest.FixtureRequest) -> Seen:
    """Read once, for all tests that only read."""
    if not _seen:
        _seen.append(read(request.getfixturevalue("korean_window")))
    return _seen[0]


def test_the_window_speaks_korean_so_does_the_next_one_and_english_again(
    korean_window: MainWindow, qtbot: QtBot
) -> None:
    window = korean_window
    if not _seen:
        _seen.append(read(window))
    assert i18n.language() == "ko"
    assert window.actions_by_name["play"].text() not in ("", "Play")
    assert window.actions_by_name["language"].text() == "English"
    titles = [action.text() for action in window.menuBar().actions()]
    assert "파일(&F)" in titles
    assert any(text == "정확도" for _, text in shown_texts(window))
    i18n.set_language("en")  # as every process begins
    again = create_window(small())
    qtbot.addWidget(again)
    assert i18n.language() == "ko", "it is remembered"
    assert again.actions_by_name["play"].text() == window.actions_by_name["play"].text()
    again.close()
    window.actions_by_name["language"].trigger()
    assert window.actions_by_name["play"].text() == "Play"


def test_no_english_is_left_in_the_korean_window(seen: Seen) -> None:
    """Words that Korean courses write in Latin letters, lanes' names and file types may stay."""
    latin = re.compile(
        r"\b(?!He\b|Xavier\b|LeCun\b|ReLU\b|Leaky\b|ELU\b|GELU\b|Tanh\b|MNIST\b|English\b|SGD\b|XOR\b)[A-Za-z]{3,}"
    )
    texts = [text for text in seen.texts if text not in seen.names]
    assert len(texts) > 30
    assert [text for text in texts if latin.search(text) and not HANGUL.search(text)] == []


def test_every_menu_is_korean(seen: Seen) -> None:
    assert len(seen.menus) > 10
    assert [text for text in seen.menus if text and text != "English" and not HANGUL.search(text)] == []


def test_tooltips_are_korean(seen: Seen) -> None:
    assert len(seen.tips) > 30
    for whose, tip in seen.tips.items():
        words = re.sub(r"<[^>]*>", "", tip)
        assert not re.search(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}", words), whose


def test_nothing_is_cut_off_in_korean(seen: Seen) -> None:
    assert seen.cut_off == ()


def test_a_layer_that_something_is_wrong_with_is_counted_as_the_rows_are() -> None:
    inner = PlaygroundError("It is too small.")
    assert i18n.error_text(PlaygroundError("{path}: {problem}", path="layers.3", problem=inner)) == (
        "Layer 4: It is too small."
    )
    assert i18n.error_text(PlaygroundError("{path}: {problem}", path="layers.3.units", problem=inner)) == (
        "layers.3.units: It is too small."
    )
