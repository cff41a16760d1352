"""What every script says in the same words: how it is used, and from a command line."""

from typing import Final

ONE_THREAD: Final = (
    'os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as in the run: the order of sums depends on it'
)

USE: Final = '''
def forward(layers: list[Layer], x: Array, step: int | None = None) -> Array:
    """x: (rows, features), scaled -> outputs: (rows, classes). ``step`` of training; None means testing."""
    for layer in layers:
        x = layer.forward(x, step)
    return x


def unpacked() -> dict[str, Array]:
    """The arrays at the end of this file: weights by layer, and rows."""
    return dict(np.load(io.BytesIO(base64.b64decode(PACKED))))


def scaled(rows: Array, arrays: dict[str, Array]) -> Array:
    """Raw features as the network takes them."""
    return (rows.astype(np.float32) - arrays["offset"]) / arrays["scale"]


def trained_layers(arrays: dict[str, Array]) -> list[Layer]:
    """All layers with the weights that training has led to."""
    layers = make_layers()
    for place, layer in enumerate(layers):
        for name in layer.learned + layer.kept:
            setattr(layer, name, arrays[f"{place}.{name}"])
    return layers
'''

AGREEMENT: Final = '''
def agreement(layers: list[Layer]) -> str:
    """How far trained layers are from those in this file."""
    pairs = [
        (getattr(layer, name), getattr(kept, name))
        for layer, kept in zip(layers, trained_layers(unpacked()))
        for name in layer.learned + layer.kept
    ]
    if all(np.array_equal(new, old, equal_nan=True) for new, old in pairs):
        return "The weights are those of the run, to the last bit."
    most = max(np.abs(new - old).max() for new, old in pairs)
    return f"The weights differ from those of the run by up to {most:.1e}."
'''

MAIN: Final = """
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["test"])
    parser.add_argument("file", metavar="rows.csv")
    parser.add_argument("--label", default=LABEL, help="the column that holds {column}")
    args = parser.parse_args()
    test(args.file, args.label)
"""

MAIN_WITH_TRAINING: Final = """
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="what", required=True)
    of_test = commands.add_parser("test", help="{use}")
    of_test.add_argument("file", metavar="rows.csv")
    of_test.add_argument("--label", default=LABEL, help="the column that holds {column}")
    of_train = commands.add_parser("train", help="train it anew and print the figures")
    of_train.add_argument("--steps", type=int, default=STEPS)
    of_train.add_argument("--every", type=int, default=max(1, STEPS // 20), help="steps between two lines")
    args = parser.parse_args()
    if args.what == "test":
        test(args.file, args.label)
        return
    layers = train(args.steps, args.every)
"""

SAYS_TEST: Final = """
    print(test_line(layers))
"""

SAYS_AGREEMENT: Final = """
    if args.steps == STEPS:
        print(agreement(layers))
"""
