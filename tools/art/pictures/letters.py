"""Hangul by strokes: each letter a few lines in a unit box, each syllable letters in boxes of a square."""

from __future__ import annotations

from tools.art.pictures.parts import Bools, Pen

Stroke = tuple[tuple[float, float], ...]
RING = ((-1.0, -1.0),)
"""Stands for the round letter, which is not made of lines."""

LETTERS: dict[str, tuple[Stroke, ...]] = {
    "ㄱ": (((0.05, 0), (0.95, 0), (0.90, 1)),),
    "ㄴ": (((0.06, 0), (0.06, 1), (0.98, 1)),),
    "ㄷ": (((0.95, 0), (0.06, 0), (0.06, 1), (0.97, 1)),),
    "ㄹ": (((0.05, 0), (0.95, 0), (0.95, 0.5), (0.05, 0.5), (0.05, 1), (0.97, 1)),),
    "ㅂ": (((0.08, 0), (0.08, 1), (0.92, 1), (0.92, 0)), ((0.08, 0.5), (0.92, 0.5))),
    "ㅁ": (((0.06, 0), (0.06, 1), (0.94, 1), (0.94, 0), (0.06, 0)),),
    "ㅅ": (((0.52, 0), (0.5, 0.4), (0.0, 1)), ((0.5, 0.36), (1.0, 1))),
    "ㅇ": (RING,),
    "ㅏ": (((0.35, -0.02), (0.35, 1.02)), ((0.35, 0.5), (1.0, 0.5))),
    "ㅓ": (((0.65, -0.02), (0.65, 1.02)), ((0.0, 0.5), (0.65, 0.5))),
    "ㅣ": (((0.5, 0), (0.5, 1)),),
    "ㅐ": (((0.1, 0.02), (0.1, 0.98)), ((0.1, 0.48), (0.85, 0.48)), ((0.85, -0.03), (0.85, 1.03))),
    "ㅔ": (((0.42, 0.02), (0.42, 0.98)), ((-0.10, 0.45), (0.42, 0.45)), ((0.95, -0.03), (0.95, 1.03))),
    "ㅗ": (((0.5, 0), (0.5, 0.9)), ((0, 0.9), (1, 0.9))),
    "ㅜ": (((0, 0.1), (1, 0.1)), ((0.5, 0.1), (0.5, 1))),
}
SYLLABLES: dict[str, tuple[tuple[str, float, float, float, float], ...]] = {
    "내": (("ㄴ", 0.0, 0.12, 0.50, 0.86), ("ㅐ", 0.62, 0.0, 1.04, 1.0)),
    "일": (("ㅇ", 0.04, 0.0, 0.50, 0.46), ("ㅣ", 0.62, 0.0, 1.0, 0.52), ("ㄹ", 0.16, 0.60, 0.86, 1.0)),
    "도": (("ㄷ", 0.14, 0.04, 0.88, 0.48), ("ㅗ", 0.0, 0.54, 1.0, 1.0)),
    "붉": (
        ("ㅂ", 0.18, -0.06, 0.82, 0.28),
        ("ㅜ", -0.02, 0.38, 1.02, 0.58),
        ("ㄹ", 0.0, 0.70, 0.42, 1.08),
        ("ㄱ", 0.62, 0.70, 1.0, 1.08),
    ),
    "국": (("ㄱ", 0.12, 0.0, 0.88, 0.30), ("ㅜ", 0.0, 0.42, 1.0, 0.62), ("ㄱ", 0.12, 0.70, 0.88, 1.06)),
    "수": (("ㅅ", 0.08, 0.0, 0.92, 0.44), ("ㅜ", 0.0, 0.56, 1.0, 1.0)),
    "노": (("ㄴ", 0.14, 0.04, 0.90, 0.46), ("ㅗ", 0.0, 0.54, 1.0, 1.0)),
    "래": (("ㄹ", 0.0, 0.10, 0.48, 0.90), ("ㅐ", 0.60, 0.0, 1.02, 1.0)),
    "다": (("ㄷ", 0.0, 0.12, 0.54, 0.88), ("ㅏ", 0.56, 0.0, 1.04, 1.0)),
    "머": (("ㅁ", 0.0, 0.14, 0.46, 0.86), ("ㅓ", 0.48, 0.0, 1.0, 1.0)),
    "리": (("ㄹ", 0.0, 0.08, 0.56, 0.92), ("ㅣ", 0.62, 0.0, 1.06, 1.0)),
    "게": (("ㄱ", 0.0, 0.14, 0.42, 0.90), ("ㅔ", 0.58, 0.0, 1.0, 1.0)),
}


def lettering(text: str, x: float, y: float, size: float, gap: float, weight: float) -> Bools:
    """Where a line of syllables from (x, y) covers a plate; KeyError for one not drawn here. A space is half."""
    pen = Pen(fine=6)
    usual = weight
    for syllable in text:
        # A syllable of four letters is drawn with a finer brush, as sign painters do.
        weight = usual * (0.76 if len(SYLLABLES.get(syllable, ())) > 3 else 1.0)
        if syllable == " ":
            x += size * 0.5
            continue
        for letter, left, top, right, bottom in SYLLABLES[syllable]:
            for stroke in LETTERS[letter]:
                if stroke is RING:
                    across, down = (right - left) * size / 2, (bottom - top) * size / 2
                    pen.oval(
                        x + left * size + across, y + top * size + down, across + weight / 2, down + weight / 2, weight
                    )
                    continue
                pen.line(
                    [
                        (x + (left + (right - left) * u) * size, y + (top + (bottom - top) * v) * size)
                        for u, v in stroke
                    ],
                    weight,
                )
        x += size + gap
    return pen.mask(0.46)
