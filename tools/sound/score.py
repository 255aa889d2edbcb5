"""The notes: the lullaby, its changed forms, and the gestures of the road, the river and the flat.

The scale is D F G B-flat C, sung as mi sol la do re: the eastern folk mode (menari), at home in Hamgyong too, where the
story begins. Its ways are kept: the low mi (D) trembles wide, re leans into do, and a line falls la - sol - mi.

The words the lullaby is made for (ours), one syllable a note, long - short in 6/8:

    gyeo-ul  gang-eun  gil-i   doe-go      Winter makes the river a road,
    bom-ui   gil-eun   gang-i  doe-ne      spring makes the road a river;
    nun-kkot-a         nun-kkot-a          snow flower, snow flower,
    eo-neu   gil-lo    dol-a-o-ni          which way will you go home?

The last line asks: it stops on re, which wants to move on. The other verses change the lines before it:

    two  (mother)   I set two spoons, I set them wide,   one for the wind to eat ...      in `home`
    three (sister)  Do not call me by the door,          call me by the well ...          in `bank`
    four            the first again; its question is answered on la (`ending`),
                    or the line goes on up the road and stays open on high mi (`ending_road`)
"""

from dataclasses import dataclass

NAMES = {"D": 2, "F": 5, "G": 7, "A#": 10, "C": 0}


@dataclass(frozen=True, slots=True)
class Note:
    """One pluck: `at` in beats from the start of its phrase, pitch like "G4", force 0 to 1.

    `hand` is what the left hand does: "" nothing, "tremble" a wide vibrato, "warm" a small one, "up" pushed up from
    the scale's tone below, "fall" let down to it, "lean" a quick touch of the tone above.
    """

    at: float
    pitch: str
    force: float = 0.7
    hand: str = ""


Phrase = tuple[Note, ...]


def hertz(pitch: str) -> float:
    """The frequency of a pitch name of the scale, A4 = 440 Hz."""
    return float(440.0 * 2 ** ((NAMES[pitch[:-1]] - 9) / 12 + int(pitch[-1]) - 4))


def neighbour(pitch: str, steps: int) -> int:
    """Semitones to the tone so many steps up (or, below 0, down) the scale: bends never leave the mode."""
    tones = sorted(NAMES.values())
    place = tones.index(NAMES[pitch[:-1]]) + steps
    return tones[place % 5] + 12 * (place // 5) - NAMES[pitch[:-1]]


def later(phrase: Phrase, beats: float, force: float = 1.0) -> Phrase:
    """The phrase begun so many beats later, its force scaled."""
    return tuple(Note(n.at + beats, n.pitch, n.force * force, n.hand) for n in phrase)


def octave(phrase: Phrase, by: int) -> Phrase:
    """The phrase so many octaves higher."""
    return tuple(Note(n.at, n.pitch[:-1] + str(int(n.pitch[-1]) + by), n.force, n.hand) for n in phrase)


# Beats are eighths; a line is two bars of six.
WINTER: Phrase = (
    Note(0, "G4", 0.75, "up"), Note(2, "G4", 0.5), Note(3, "A#4", 0.65), Note(5, "C5", 0.55),
    Note(6, "D5", 0.85, "warm"), Note(8, "C5", 0.55), Note(9, "A#4", 0.7, "fall"), Note(11, "G4", 0.4),
)  # fmt: skip
SPRING: Phrase = (
    Note(0, "A#4", 0.7), Note(2, "C5", 0.5), Note(3, "A#4", 0.65, "lean"), Note(5, "G4", 0.5),
    Note(6, "G4", 0.65), Note(8, "F4", 0.5), Note(9, "D4", 0.8, "tremble"),
)  # fmt: skip
SNOW_FLOWER: Phrase = (
    Note(0, "D4", 0.6), Note(2, "G4", 0.6), Note(3, "G4", 0.7, "warm"),
    Note(6, "G4", 0.65), Note(8, "D5", 0.8), Note(9, "C5", 0.75, "fall"),
)  # fmt: skip
WHICH_WAY: Phrase = (
    Note(0, "D5", 0.75, "lean"), Note(2, "C5", 0.5), Note(3, "A#4", 0.65), Note(5, "G4", 0.5),
    Note(6, "F4", 0.6), Note(8, "G4", 0.6), Note(9, "C5", 0.7, "up"),
)  # fmt: skip
HOME: Phrase = (
    Note(0, "D5", 0.7, "lean"), Note(2, "C5", 0.5), Note(3, "A#4", 0.65), Note(5, "G4", 0.5),
    Note(6, "F4", 0.6), Note(8, "D4", 0.6), Note(9, "G4", 0.85, "warm"),
)  # fmt: skip

SPOONS: Phrase = (  # set down low and near together; the hand is steady
    Note(0, "D4", 0.6), Note(2, "G4", 0.55), Note(3, "G4", 0.7, "warm"), Note(5, "A#4", 0.5),
    Note(6, "C5", 0.75, "lean"), Note(8, "A#4", 0.5), Note(9, "G4", 0.7, "warm"),
)  # fmt: skip
WIND: Phrase = (
    Note(0, "A#4", 0.65, "fall"), Note(2, "G4", 0.5), Note(3, "F4", 0.6), Note(5, "G4", 0.45),
    Note(6, "F4", 0.55), Note(8, "D4", 0.5), Note(9, "D4", 0.8, "tremble"),
)  # fmt: skip
DOOR: Phrase = (  # a call over a yard: up at once, and it hangs there
    Note(0, "G4", 0.7), Note(2, "C5", 0.6, "up"), Note(3, "D5", 0.85, "warm"),
    Note(6, "D5", 0.6), Note(8, "C5", 0.55), Note(9, "A#4", 0.7, "fall"), Note(11, "G4", 0.4),
)  # fmt: skip
WELL: Phrase = (
    Note(0, "C5", 0.65), Note(2, "D5", 0.55), Note(3, "C5", 0.6, "lean"), Note(5, "A#4", 0.5),
    Note(6, "G4", 0.65), Note(8, "A#4", 0.45), Note(9, "G4", 0.8, "warm"),
)  # fmt: skip
ROAD_ON: Phrase = (
    Note(0, "D5", 0.7, "lean"), Note(2, "C5", 0.5), Note(3, "A#4", 0.6), Note(5, "C5", 0.55),
    Note(6, "D5", 0.7, "up"), Note(8, "F5", 0.55), Note(9, "D5", 0.85, "warm"),
)  # fmt: skip

VERSE: Phrase = (*WINTER, *later(SPRING, 12), *later(SNOW_FLOWER, 24), *later(WHICH_WAY, 36))

# The low strings under the verse: open octaves on each bar, an answer where the voice breathes.
UNDER: Phrase = (
    Note(0, "G2", 0.5), Note(6, "D3", 0.4), Note(10, "G3", 0.25), Note(12, "A#2", 0.4), Note(18, "D3", 0.45),
    Note(22.5, "A#3", 0.25), Note(24, "G2", 0.5), Note(30, "C3", 0.4), Note(34.5, "G3", 0.28), Note(36, "A#2", 0.4),
    Note(42, "F2", 0.4), Note(46.5, "F3", 0.25),
)  # fmt: skip

TITLE: Phrase = (
    *VERSE, *UNDER,
    # once more, lower and softer, as if from another room: the call and the question
    *later(octave(SNOW_FLOWER, -1), 48, 0.85), *later(octave(WHICH_WAY, -1), 60, 0.85),
    Note(48, "G2", 0.4), Note(54, "C3", 0.3), Note(60, "D3", 0.3), Note(70.5, "C5", 0.22),
)  # fmt: skip

# Remembered in a foreign room: the lines come broken, low, with holes; the second is missing, the last trails off.
FLAT: Phrase = (
    *octave(WINTER[:6], -1), Note(9, "A#3", 0.5, "fall"),
    *later(octave(SNOW_FLOWER[:3], -1), 18, 0.9), *later(octave(SNOW_FLOWER[3:5], -1), 21, 0.8),
    Note(36, "D4", 0.6, "fall"), Note(38, "C4", 0.45), Note(39, "A#3", 0.5), Note(45, "D3", 0.65, "tremble"),
    Note(54, "G3", 0.45, "up"), Note(56, "G3", 0.3),
)  # fmt: skip

ENDING: Phrase = (
    *WINTER, *later(SPRING, 12), *later(SNOW_FLOWER, 24), *later(HOME, 36), *UNDER[:-2],
    Note(42, "D3", 0.4), Note(45, "G2", 0.6), Note(48, "D3", 0.35),
    *later(octave(SNOW_FLOWER, -1), 54, 0.85),
    *later(HOME, 66, 0.8), *later(octave(HOME, -1), 66.12, 0.5),
    Note(54, "G2", 0.4), Note(66, "A#2", 0.35), Note(72, "D3", 0.3), Note(75, "G2", 0.5),
)  # fmt: skip

# The second verse in a room with one pot: low, slow, near; the question is only thought.
HOME_ROOM: Phrase = (
    *later(SPOONS, 0, 0.85), *later(WIND, 12, 0.85), *later(octave(SNOW_FLOWER, -1), 24, 0.95),
    *later(octave(WHICH_WAY, -1), 36, 0.85),
    Note(0, "G2", 0.45), Note(6, "C3", 0.35), Note(9.5, "G3", 0.22), Note(12, "A#2", 0.35), Note(18, "D3", 0.4),
    Note(24, "G2", 0.4), Note(30, "C3", 0.35), Note(36, "A#2", 0.35), Note(42, "F2", 0.4),
    Note(48, "G2", 0.35), Note(50, "D4", 0.3, "tremble"),
)  # fmt: skip

# The third verse from the far bank, over sol and re and not over la: the same tones, another ground beneath them.
BANK: Phrase = (
    *DOOR, *later(WELL, 15, 0.9), *later(octave(SNOW_FLOWER, -1), 33, 0.8), Note(48, "D5", 0.4, "lean"),
    Note(50, "C5", 0.35), Note(51, "A#4", 0.45, "fall"),
    Note(0, "F2", 0.55), Note(6, "C3", 0.35), Note(10.5, "F3", 0.22), Note(15, "A#2", 0.45), Note(21, "C3", 0.35),
    Note(25.5, "C4", 0.25), Note(30, "F2", 0.5), Note(39, "C3", 0.4), Note(45, "A#2", 0.4), Note(54, "F3", 0.3),
    Note(56, "C4", 0.25),
)  # fmt: skip

# The fourth verse on the road: it does not come home, and goes on.
ENDING_ROAD: Phrase = (
    *WINTER, *later(SPRING, 12), *later(SNOW_FLOWER, 24), *later(ROAD_ON, 36), *UNDER[:-2],
    Note(42, "F2", 0.4), Note(45, "D3", 0.45), Note(46.5, "A#3", 0.3),
    *later(octave(DOOR, -1), 54, 0.75), *later(ROAD_ON, 66, 0.75),
    Note(54, "F2", 0.4), Note(60, "C3", 0.3), Note(66, "A#2", 0.35), Note(72, "F2", 0.35), Note(75, "D3", 0.4),
)  # fmt: skip

# The river by night: the lullaby's first step, which never goes on; single deep strings; harmonics like stars.
RIVER: Phrase = (
    Note(0, "G2", 0.7), Note(3, "D4", 0.35), Note(6, "G4", 0.5, "up"), Note(8, "A#4", 0.4, "fall"),
    Note(15, "D3", 0.6, "tremble"), Note(20, "C4", 0.4), Note(22, "D4", 0.5, "warm"),
    Note(30, "F2", 0.65), Note(33, "C5", 0.3), Note(36, "D5", 0.45, "fall"), Note(41, "A#4", 0.35),
    Note(45, "G2", 0.6), Note(50, "G4", 0.45, "up"), Note(52, "F4", 0.4), Note(54, "D4", 0.6, "tremble"),
)  # fmt: skip

# Post 10 at noon, in four: a march with its legs tied; low strings, always the same turn, never arriving.
ROAD: Phrase = (
    Note(0, "G2", 0.7), Note(1.5, "G3", 0.4), Note(2, "A#3", 0.55), Note(3, "G3", 0.45),
    Note(6, "F3", 0.5, "fall"), Note(8, "G2", 0.6), Note(9.5, "G3", 0.4), Note(10, "A#3", 0.5),
    Note(11, "C4", 0.6, "warm"), Note(14, "A#3", 0.45), Note(15, "G3", 0.4),
    Note(16, "F2", 0.65), Note(17.5, "F3", 0.4), Note(18, "A#3", 0.5), Note(19, "C4", 0.5),
    Note(20, "D4", 0.7, "tremble"), Note(23, "C4", 0.4), Note(24, "D3", 0.6), Note(25.5, "A#3", 0.4),
    Note(26, "G3", 0.5), Note(27, "F3", 0.45), Note(28, "D3", 0.65, "tremble"),
)  # fmt: skip
