#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the sounds of the alerts, beside this file. Run it again after changing a note; the standard library is enough.

    make.py            write routine.wav, important.wav and urgent.wav
    make.py --check    fail where a file is not what this script makes

Each note is a struck bar: a sine with two quiet partials that dies away, so that nothing in it is harsh. They are told
apart by shape, not by loudness: one note, two that fall, four that rise.
"""
import array
import math
import pathlib
import sys
import wave

RATE = 22050  # samples a second; nothing above 4 kHz is in here
PEAK = 0.5    # of full scale: room for the volume of the PC to do its work

C5, E5, G5, A5, C6, E6 = 523.25, 659.26, 783.99, 880.00, 1046.50, 1318.51
# How loud each partial is, and how much faster than the first it dies away.
PARTIALS = [(1, 1.0, 1.0), (2, 0.18, 1.8), (4, 0.06, 4.0)]

# Seconds in all, and the notes: start in seconds, pitch in hertz, loudness, seconds until it is a third as loud.
SOUNDS = {
    "routine": (0.70, [(0.00, E5, 0.6, 0.16)]),
    "important": (0.88, [(0.00, A5, 0.8, 0.14), (0.22, E5, 0.8, 0.18)]),
    "urgent": (0.88, [(0.00, C5, 0.9, 0.09), (0.13, G5, 0.95, 0.09), (0.26, C6, 1.0, 0.10), (0.39, E6, 1.0, 0.13)]),
}


def note(pitch, loudness, decay, time):
    """The sample of one note, time seconds after it was struck."""
    if time < 0:
        return 0.0
    attack = 1 - math.exp(-time / 0.004)  # 4 ms, so that it does not click
    return attack * loudness * sum(
        part * math.sin(2 * math.pi * pitch * number * time) * math.exp(-time * faster / decay)
        for number, part, faster in PARTIALS)


def samples(length, notes):
    count = int(length * RATE)
    fade = int(0.06 * RATE)  # ends in silence
    raw = [sum(note(pitch, loudness, decay, i / RATE - start) for start, pitch, loudness, decay in notes)
           * min(1.0, (count - 1 - i) / fade) for i in range(count)]
    return array.array("h", (round(PEAK * 32767 * value / 1.3) for value in raw))


def main():
    here = pathlib.Path(__file__).resolve().parent
    wrong = []
    for name, (length, notes) in SOUNDS.items():
        path = here / f"{name}.wav"
        made = samples(length, notes)
        if sys.byteorder == "big":
            made.byteswap()
        if "--check" in sys.argv[1:]:
            with wave.open(str(path)) as file:
                kept = array.array("h", file.readframes(file.getnframes()))
            # Another machine's sine may round the last bit the other way.
            if len(kept) != len(made) or any(abs(a - b) > 1 for a, b in zip(kept, made)):
                wrong.append(path.name)
            continue
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(made.tobytes())
    if wrong:
        sys.exit("not what make.py makes: " + ", ".join(wrong))


main()
