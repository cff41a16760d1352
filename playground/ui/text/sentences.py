"""Sentences of the engine in the language on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.sentences import Sentence
from playground.ui.text import i18n
from playground.ui.text.numbers import filled


def sentence_text(sentence: Sentence) -> str:
    """In the language on the screen; values that are names of choices too."""
    values = {name: i18n.choice_name(value) if name == "function" else value for name, value in sentence.values.items()}
    return filled(QCoreApplication.translate("Diagnosis", sentence.template), values)
