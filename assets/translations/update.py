"""Collects every visible string, keeps what is translated already, and compiles it: `make translations`.

``update.py --check`` changes nothing and tells what is not in the files, or is there and nowhere else: `make check`.

Qt's own lupdate reads neither the helpers that name their context once (``_tr``) nor the texts that come from the
experiment's fields, the names of choices, the errors and the presets; so the strings are found here.
Order and content depend on the sources alone: no line numbers, no dates.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from pydantic import BaseModel

from engine.data.spec import DataSpec
from engine.errors import PlaygroundError
from engine.experiment.comparisons.registry import COMPARISONS
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.spec import LaneSpec
from engine.nn.layers.registry import LAYERS
from engine.optim.registry import OPTIMIZERS
from engine.optim.schedules import SCHEDULES
from engine.optim.stopping import EarlyStopping
from playground.ui.text.names import CHOICES

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LANGUAGES = ("ko",)
MODELS: tuple[type[BaseModel], ...] = (
    *(Experiment, DataSpec, LaneSpec, EarlyStopping),
    *(*LAYERS.values(), *OPTIMIZERS.values(), *SCHEDULES.values()),
)
GATHERED = frozenset({"Fields", "Choices", "Errors", "Presets", "Diagnosis", "Comparisons"})
"""Contexts whose strings are not written at the call that translates them."""

Message = tuple[str, str]
"""(context, English text)"""
Translations = dict[Message, str]


class UnreadableError(Exception):
    """A call that is to translate something, but does not say what."""


# --- finding the strings --------------------------------------------------------------------------------------------


def collect(root: Path = ROOT) -> set[Message]:
    """Every string that the window can show."""
    window = sorted((root / "playground").rglob("*.py"))
    engine = sorted((root / "engine").rglob("*.py"))
    found: set[Message] = set()
    for path in window:
        found.update(_Calls(path).messages)
    for path in (*engine, *window):
        found.update(("Errors", text) for text in error_templates(path))
        found.update(("Diagnosis", text) for text in templates(path, {"say"}))
    found.update(("Fields", text) for text in _field_texts())
    found.update(("Choices", text) for name in CHOICES.values() for text in name)
    found.update(("Presets", text) for text in _preset_texts(root))
    found.update(("Comparisons", text) for each in COMPARISONS.values() for text in (each.title, each.help))
    return {message for message in found if message[1]}


def _field_texts() -> Iterator[str]:
    for model in {each for whole in MODELS for each in _with_parts(whole)}:
        for field in model.model_fields.values():
            yield from filter(None, (field.title, field.description))


def _with_parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model, and those that its fields are made of."""
    yield model
    for field in model.model_fields.values():
        part = field.annotation
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield from _with_parts(part)


def _preset_texts(root: Path) -> Iterator[str]:
    index = json.loads((root / "assets/presets/index.json").read_text(encoding="utf-8"))
    for entry in index.values():
        yield from (entry["title"], entry["description"])
    for name in index:
        preset = json.loads((root / f"assets/presets/{name}.json").read_text(encoding="utf-8"))
        yield from (lane["name"] for lane in preset["lanes"])


def _nodes(path: Path) -> list[ast.AST]:
    """All of a module's syntax tree; the module itself is the first."""
    return _parsed(path.read_text(encoding="utf-8"))


@cache
def _parsed(source: str) -> list[ast.AST]:
    return list(ast.walk(ast.parse(source)))


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


class _Calls(ast.NodeVisitor):
    """The strings that a module of the window hands to ``self.tr``, ``translate(context, ...)`` or a helper of its own.

    A helper is a function that translates its argument in one context, such as ``_tr``.
    """

    def __init__(self, path: Path) -> None:
        self.messages: list[Message] = []
        self._path = path
        self._owners: list[str] = []
        functions = (node for node in _nodes(path) if isinstance(node, ast.FunctionDef))
        self._helpers = {node.name: context for node in functions if (context := _helpers_context(node))}
        self.visit(_nodes(path)[0])

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._owners.append(node.name)
        self.generic_visit(node)
        self._owners.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name not in self._helpers:
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        match _name(node), node.args:
            case name, [text] if name in self._helpers:
                self._add(self._helpers[name], text)
            case "tr", [text] if self._owners:
                self._add(self._owners[-1], text)
            case (("tr" | "_tr"), _):
                raise UnreadableError(f"{self._path}:{node.lineno}: one string, and a context")
            case (("translate" | "QT_TRANSLATE_NOOP"), [ast.Constant(value=str(context)), text]):
                if context not in GATHERED:
                    self._add(context, text)
        self.generic_visit(node)

    def _add(self, context: str, text: ast.expr) -> None:
        match text:
            case ast.Constant(value=str(literal)):
                self.messages.append((context, literal))
            case ast.IfExp(body=one, orelse=other):
                self._add(context, one)
                self._add(context, other)
            case _:
                raise UnreadableError(f"{self._path}:{text.lineno}: write the string itself, so that it can be found")


def _helpers_context(function: ast.FunctionDef) -> str:
    """The context in which a function translates what it is given; empty for other functions."""
    arguments = {argument.arg for argument in function.args.args}
    for node in ast.walk(function):
        match node:
            case ast.Call(args=[ast.Constant(value=str(context)), ast.Name(id=text)]) if (
                _name(node) == "translate" and text in arguments and context not in GATHERED
            ):
                return context
    return ""


def error_templates(path: Path) -> set[str]:
    """The sentences of the errors that a module raises."""
    return templates(path, {kind.__name__ for kind in (PlaygroundError, *PlaygroundError.__subclasses__())})


def templates(path: Path, kinds: set[str]) -> set[str]:
    """What calls of these names say first, whether written in the call or under a name before it."""
    named = _named_strings(path)
    found: set[str] = set()
    for node in _nodes(path):
        if not (isinstance(node, ast.Call) and _name(node) in kinds and node.args):
            continue
        match node.args[0]:
            case ast.Constant(value=str(template)):
                found.add(template)
            case ast.Name(id=name) | ast.Subscript(value=ast.Name(id=name)) if texts := _resolved(name, named):
                found.update(texts)
            case ast.Attribute(attr="template"):  # another error's, which is found where it is made
                pass
            case _:
                raise UnreadableError(f"{path}:{node.lineno}: the error's sentence cannot be found")
    return found


def _named_strings(path: Path) -> dict[str, list[ast.expr]]:
    """What is assigned to each name, anywhere in a module."""
    named: dict[str, list[ast.expr]] = {}
    for node in _nodes(path):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                named.setdefault(name, []).append(value)
            case ast.AnnAssign(target=ast.Name(id=name), value=value) if value is not None:
                named.setdefault(name, []).append(value)
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                for target, value in zip(names, values, strict=True):
                    if isinstance(target, ast.Name):
                        named.setdefault(target.id, []).append(value)
    return named


def _resolved(name: str, named: dict[str, list[ast.expr]]) -> set[str]:
    found: set[str] = set()
    for value in named.get(name, []):
        match value:
            case ast.Constant(value=str(text)):
                found.add(text)
            case ast.Dict(values=values):
                found.update(item.value for item in values if isinstance(item, ast.Constant))
            case ast.Name(id=other) if other != name:
                found.update(_resolved(other, named))
    return found


# --- the files ------------------------------------------------------------------------------------------------------


def source_file(language: str) -> Path:
    """The translations that people edit."""
    return HERE / f"playground_{language}.ts"


def read(path: Path) -> Translations:
    """What is translated already; an empty text where a translation is still missing."""
    if not path.exists():
        return {}
    result: Translations = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = context.findtext("name", ""), message.findtext("source", "")
            result[key] = message.findtext("translation") or ""
    return result


def ts_text(language: str, translations: Translations) -> str:
    """A .ts file, which Qt Linguist opens too."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" language="{language}">']
    for context in sorted({context for context, _ in translations}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for _, source in sorted(message for message in translations if message[0] == context):
            text = translations[context, source]
            state = "" if text else ' type="unfinished"'
            lines += [
                "    <message>",
                f"        <source>{escape(source)}</source>",
                f"        <translation{state}>{escape(text)}</translation>",
                "    </message>",
            ]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def compile_file(path: Path) -> None:
    """Makes the .qm file that the window loads."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


def check() -> int:
    """1 where a language does not have exactly the strings of the sources."""
    wanted = collect()
    wrong = {language: wanted ^ read(source_file(language)).keys() for language in LANGUAGES}
    for language, messages in wrong.items():
        for context, source in sorted(messages):
            problem = "to translate" if (context, source) in wanted else "no longer shown"
            print(f"{source_file(language).name}: {problem}: {context}: {source!r}")
    if any(wrong.values()):
        print("Run: make translations")
    return 1 if any(wrong.values()) else 0


def main() -> int:
    """Updates every language. 1 where a translation is missing."""
    wanted = collect()
    missing = 0
    for language in LANGUAGES:
        path = source_file(language)
        known = read(path)
        translations = {message: known.get(message, "") for message in wanted}
        path.write_text(ts_text(language, translations), encoding="utf-8")
        compile_file(path)
        gone = len(known.keys() - wanted)
        unfinished = sorted(message for message, text in translations.items() if not text)
        print(f"{path.name}: {len(wanted)} strings, {gone} dropped, {len(unfinished)} to translate")
        for context, source in unfinished:
            print(f"  {context}: {source}")
        missing += len(unfinished)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(check() if sys.argv[1:] == ["--check"] else main())
