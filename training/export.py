"""A trained model's weights in the form that `cleaner.tagger.model` reads."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from training.network import DILATIONS, Tagger

# Slope and intercept that make probabilities of scores, for HTML and for flat text.
Calibration = tuple[tuple[float, float], tuple[float, float]]
NOT_CALIBRATED: Calibration = ((1.0, 0.0), (1.0, 0.0))


def arrays(model: Tagger, calibration: Calibration = NOT_CALIBRATED) -> dict[str, np.ndarray]:
    """Return the weights as arrays, the scaling of the numbers folded into the first layer."""
    state = {name: tensor.detach().numpy().astype(np.float64) for name, tensor in model.state_dict().items()}
    enter = state["enter.weight"].T.copy()
    numbers = len(state["mean"])
    bias = state["enter.bias"] - (state["mean"] * state["scale"]) @ enter[-numbers:]
    enter[-numbers:] *= state["scale"][:, None]
    found = {
        "words": state["words.weight"], "first": state["first.weight"], "names": state["names.weight"],
        "enter.weight": enter, "enter.bias": bias, "calibration": np.array(calibration),
    }  # fmt: skip
    for number in range(len(DILATIONS)):
        kernel = state[f"convs.{number}.weight"]  # out, in, 3
        found[f"convs.{number}.weight"] = np.concatenate([kernel[:, :, k].T for k in range(3)], axis=1)
        found[f"convs.{number}.bias"] = state[f"convs.{number}.bias"]
    for name in ("page", "leave", "heads"):
        found[f"{name}.weight"] = state[f"{name}.weight"].T
        found[f"{name}.bias"] = state[f"{name}.bias"]
    small = ("words", "first", "names")
    return {k: v.astype(np.float16 if k in small else np.float32) for k, v in found.items()}


def recalibrate(path: Path, calibration: Calibration) -> None:
    """Write another calibration into a file of weights."""
    with np.load(path) as weights:
        found = {name: weights[name] for name in weights.files}
    write(found | {"calibration": np.array(calibration, np.float32)}, path)


def write(found: dict[str, np.ndarray], path: Path) -> None:
    """Write the weights: the same weights give the same bytes."""
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name in sorted(found):
            buffer = BytesIO()
            np.lib.format.write_array(buffer, np.ascontiguousarray(found[name]), allow_pickle=False)
            file.writestr(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), buffer.getvalue(), zipfile.ZIP_DEFLATED)
