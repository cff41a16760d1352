"""The words, icons and keys of all actions, by name, in the language that is set."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from engine.records import record

Keys = QKeySequence.StandardKey | str | tuple[str, ...] | None

PANELS: Final = ("data", "layers", "training", "curves", "lanes", "inside", "history", "network")
"""In the order of the keys that lead to them: Ctrl+1, Ctrl+2, ..."""

EXPORTS: Final = (
    *("export_report", "export_curves_png", "export_curves_svg", "export_network_svg", "copy_network"),
    *("export_history", "copy_lanes"),
    *("export_onnx", "export_script"),
)
"""In the order of the menu."""


@record
class Entry:
    """How an action looks: its icon, its words, its keys. The tooltip teaches what it is for."""

    icon: str
    text: str
    tooltip: str
    keys: Keys = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def entries() -> dict[str, Entry]:
    """All actions, by name, in the language that is set."""
    groups = (_training_entries, _file_entries, _edit_entries, _export_entries, _panel_entries, _window_entries)
    return {name: entry for group in groups for name, entry in group().items()}


def _training_entries() -> dict[str, Entry]:
    """What makes the run go on, or begin again."""
    return {
        "play": Entry("play", _tr("Play"), _tr("Train, and watch the curves move; press again to pause"), "F5"),
        "step": Entry("step", _tr("Step"), _tr("Train for a single step: one batch, one update of the weights"), "F6"),
        "epoch": Entry(
            "epoch", _tr("Epoch"), _tr("Train for one epoch: until every training row has been seen once more"), "F9"
        ),
        "reset": Entry("reset", _tr("Reset"), _tr("Back to the same starting weights, as the seed gives them"), "F7"),
        "reseed": Entry("reseed", _tr("Reseed"), _tr("Other starting weights, batches and masks: the next seed"), "F8"),
        "branch": Entry(
            "branch",
            _tr("Branch from here"),
            _tr(
                "A new lane that starts with the weights that the selected lane has at the step shown, "
                "and trains on with the others"
            ),
            "Ctrl+B",
        ),
        "sweep": Entry(
            "map",
            _tr("Sweep…"),
            _tr("Train many settings with many seeds, in processes of their own, while the window stays free"),
            "Ctrl+Shift+W",
        ),
        "open_sweep": Entry(
            "open", _tr("Open sweep…"), _tr("The trials of a sweep as a map and a table; some open as lanes")
        ),
    }


def _file_entries() -> dict[str, Entry]:
    """What is opened and saved."""
    standard = QKeySequence.StandardKey
    return {
        "new": Entry("new", _tr("New"), _tr("A fresh small network on handwritten digits"), standard.New),
        "open": Entry("open", _tr("Open…"), _tr("Open an experiment, or a table of your own data"), standard.Open),
        "open_pictures": Entry(
            "folder", _tr("Open folder of pictures…"), _tr("Learn from pictures that lie in a folder for each class")
        ),
        "save": Entry(
            "save", _tr("Save"), _tr("Save the experiment: the recipe, without the trained weights"), standard.Save
        ),
        "save_as": Entry("save", _tr("Save as…"), _tr("Save the experiment in another file"), "Ctrl+Shift+S"),
        "save_model": Entry(
            "save", _tr("Save model…"), _tr("Save the trained weights of all lanes as a NumPy file"), "Ctrl+M"
        ),
        "load_model": Entry(
            "open",
            _tr("Open model…"),
            _tr("Open trained weights from a NumPy file and continue from them"),
            "Ctrl+Shift+M",
        ),
        "save_run": Entry(
            "save",
            _tr("Save run…"),
            _tr("Save the run as it is, every lane with its curves, to go on from there another day"),
            "Ctrl+R",
        ),
        "open_run": Entry(
            "open", _tr("Open run…"), _tr("Open a saved run and continue where it stopped, bit for bit"), "Ctrl+Shift+R"
        ),
    }


def _edit_entries() -> dict[str, Entry]:
    """The clipboard, and the way back."""
    standard = QKeySequence.StandardKey
    return {
        "copy_experiment": Entry(
            "duplicate",
            _tr("Copy experiment as text"),
            _tr("Copy the whole experiment as text, to keep in a note or send to somebody"),
            "Ctrl+Shift+C",
        ),
        "copy_python": Entry(
            "duplicate",
            _tr("Copy as Python"),
            _tr("Put the experiment on the clipboard as Python code, to run and change it in a script or a notebook"),
            "Ctrl+Shift+P",
        ),
        "paste_experiment": Entry(
            "paste",
            _tr("Paste experiment or table"),
            _tr("Open the experiment, the file or the cells of a spreadsheet on the clipboard"),
            "Ctrl+Shift+V",
        ),
        "columns": Entry(
            "table",
            _tr("Columns of the table…"),
            _tr("The data sheet: what each column of your table is for, what it lacks, and how the file is read"),
            "Ctrl+Shift+D",
        ),
        "undo": Entry("undo", _tr("Undo"), _tr("Undo the last edit"), standard.Undo),
        "redo": Entry("redo", _tr("Redo"), _tr("Redo the last undone edit"), "Ctrl+Shift+Z"),
    }


def _window_entries() -> dict[str, Entry]:
    """How the window looks, and what there is to know about it."""
    standard = QKeySequence.StandardKey
    return {
        "restore_layout": Entry(
            "layout",
            _tr("Restore the standard layout"),
            _tr("Put every panel back to where it was at first"),
            "Ctrl+Shift+0",
        ),
        "zoom_in": Entry(
            "add", _tr("Larger"), _tr("Everything in the window larger: text, pictures, rows"), ("Ctrl++", "Ctrl+=")
        ),
        "zoom_out": Entry(
            "remove", _tr("Smaller"), _tr("Everything in the window smaller, so that more of it is seen"), "Ctrl+-"
        ),
        "zoom_reset": Entry("search", _tr("Normal size"), _tr("As large as the system wants it"), "Ctrl+0"),
        "enlarge": Entry(
            "float",
            _tr("Enlarge the panel"),
            _tr(
                "Give the panel that has the keyboard, or else that under the mouse, the whole window; Escape brings "
                "the others back"
            ),
            "F11",
        ),
        "present": Entry(
            "map",
            _tr("Presentation"),
            _tr("Network, curves, the view of the inside and the lanes on the whole screen, large; Escape ends it"),
            "F12",
        ),
        "theme": Entry("moon", _tr("Dark"), _tr("Switch between the light and the dark theme"), "Ctrl+T"),
        "contrast": Entry(
            "eye",
            _tr("High contrast"),
            _tr("White on black with strong borders, for eyes or projectors that need it"),
            "Ctrl+Shift+T",
        ),
        "language": Entry("language", _tr("한국어"), _tr("Switch between English and Korean"), "Ctrl+L"),
        "introduction": Entry(
            "info", _tr("Introduction"), _tr("One page: what there is in this window, and how to read it"), "Shift+F1"
        ),
        "story": Entry(
            "search", _tr("What to look for"), _tr("What there is to be seen in this preset, in a sentence")
        ),
        "shortcuts": Entry("keyboard", _tr("Keyboard shortcuts"), _tr("Every key, and what it does"), ("F1", "?")),
        "about": Entry("info", _tr("About Playground"), _tr("Which version this is, and what it is for")),
        "log_folder": Entry(
            "folder", _tr("Open log folder"), _tr("The folder where the program logs its errors, for a report")
        ),
        "quit": Entry("close", _tr("Quit"), _tr("Close the window"), standard.Quit),
    }


def _export_entries() -> dict[str, Entry]:
    """What leaves the program, in the order of the menu."""
    return {
        "export_report": Entry(
            "export",
            _tr("Report…"),
            _tr("One page with curves, figures and all settings of the run, to print or to send"),
            "Ctrl+E",
        ),
        "export_curves_png": Entry(
            "chart", _tr("Curves as PNG…"), _tr("The curves as a picture, for slides and documents")
        ),
        "export_curves_svg": Entry(
            "chart", _tr("Curves as SVG…"), _tr("The curves as a drawing that stays sharp at any size")
        ),
        "export_network_svg": Entry(
            "layers",
            _tr("Network as SVG…"),
            _tr("The drawing of the network as lines and shapes, legible in a paper; negative weights are dashed"),
        ),
        "copy_network": Entry(
            "duplicate",
            _tr("Copy the network as a picture"),
            _tr("Put the drawing of the network on the clipboard, for a slide or a document"),
        ),
        "export_history": Entry(
            "table",
            _tr("Histories as CSV…"),
            _tr("Loss and accuracy, or R², of every lane at every step that was measured"),
        ),
        "copy_lanes": Entry(
            "duplicate", _tr("Copy the lanes as a table"), _tr("Settings and figures of all lanes, for a spreadsheet")
        ),
        "export_onnx": Entry(
            "layers",
            _tr("Selected lane as ONNX…"),
            _tr("The trained network for onnxruntime, a browser or a phone; scaling and softmax are part of it"),
        ),
        "export_script": Entry(
            "export",
            _tr("Selected lane as a NumPy script…"),
            _tr("Network, weights and training in one readable file; run it to get the same figures again"),
            "Ctrl+Shift+E",
        ),
    }


def _panel_entries() -> dict[str, Entry]:
    """An action for each panel, which puts the focus there."""
    icons = {"network": "layers", "lanes": "lanes", "curves": "chart", "training": "settings", "inside": "search"}
    titles = panel_titles()
    return {
        f"focus_{name}": Entry(
            icons.get(name, name),
            titles[name],
            _tr("Go to this panel by keyboard, and show it if it is hidden"),
            f"Ctrl+{number}",
        )
        for number, name in enumerate(PANELS, start=1)
    }


def panel_titles() -> dict[str, str]:
    """What each panel is called."""
    return {
        "data": _tr("Data"),
        "layers": _tr("Layers"),
        "training": _tr("Training"),
        "curves": _tr("Curves"),
        "lanes": _tr("Lanes"),
        "inside": _tr("Inside"),
        "history": _tr("History"),
        "network": _tr("Network"),
    }
