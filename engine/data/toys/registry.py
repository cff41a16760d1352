"""Every toy by its name, in the order in which the window shows them."""

from __future__ import annotations

from typing import Final

from engine.data.toys.blobs import BLOBS
from engine.data.toys.checkerboard import CHECKERBOARD
from engine.data.toys.circle import CIRCLE
from engine.data.toys.gauss import GAUSS
from engine.data.toys.hills import HILLS
from engine.data.toys.jump import JUMP
from engine.data.toys.line import LINE
from engine.data.toys.moons import MOONS
from engine.data.toys.plane import PLANE
from engine.data.toys.rings import RINGS
from engine.data.toys.sine import SINE
from engine.data.toys.spiral import SPIRAL
from engine.data.toys.toy import AnyToy
from engine.data.toys.waves import WAVES
from engine.data.toys.xor import XOR

TOYS: Final[dict[str, AnyToy]] = {
    "circle": CIRCLE,
    "xor": XOR,
    "gauss": GAUSS,
    "spiral": SPIRAL,
    "moons": MOONS,
    "blobs": BLOBS,
    "rings": RINGS,
    "checkerboard": CHECKERBOARD,
    "waves": WAVES,
    "line": LINE,
    "sine": SINE,
    "jump": JUMP,
    "plane": PLANE,
    "hills": HILLS,
}

WITH_ANY_CLASSES: Final = tuple(name for name, toy in TOYS.items() if toy.has_any_classes)
