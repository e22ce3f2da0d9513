#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# contact-sheet.sh GALLERY OUTPUT.png: every state of the alert cards, light, dark, high contrast, in Welsh and at 200%, side
# by side in one picture, for looking at. Fails where the gallery fails in one of them, or draws two of them alike.
set -eu

gallery=$1
sheet=$2
scratch=$(mktemp -d "${TMPDIR:-/tmp}/handbell-cards.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

"$gallery" --theme light --screenshot "$scratch/1-light.png"
"$gallery" --theme dark --screenshot "$scratch/2-dark.png"
"$gallery" --theme high-contrast --screenshot "$scratch/3-high-contrast.png"
"$gallery" --theme light --welsh --screenshot "$scratch/4-welsh.png"
QT_SCALE_FACTOR=2 "$gallery" --theme light --screenshot "$scratch/5-double.png"

alike=$(cd "$scratch" && cksum ./*.png | cut -d' ' -f1 | sort | uniq -d)
if [ -n "$alike" ]; then
    echo "contact-sheet: two pictures are alike" >&2
    exit 1
fi
montage -label '%t' "$scratch"/*.png -tile 2x -geometry '1420x+12+12' -background '#808080' "$sheet"
echo "$sheet"
