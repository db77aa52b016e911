"""The colours of the first frame. Made by ``test_first_frame.py`` with ``UPDATE_GOLDEN=1``.

Theme → what the terminal can show, as greys or not → the ground, the text, muted text, the accent, the ground of the
field, and the cursor with the letter under it: ``r;g;b``, ``#n`` of 256, ``n`` of 16 or ``-`` for the terminal's own.
"""

from __future__ import annotations

from typing import Final

COLORS: Final[dict[str, dict[str, str]]] = {
    "dark": {
        "16": "0 15 7 7 8 15 0",
        "256": "#233 #252 #247 #109 #236 #252 #233",
        "truecolor": "22;25;26 216;216;210 163;169;165 127;176;168 46;51;52 216;216;210 22;25;26",
        "grey-16": "0 15 7 7 8 15 0",
        "grey-256": "#233 #252 #247 #247 #236 #252 #233",
        "grey-truecolor": "24;24;24 216;216;216 167;167;167 165;165;165 50;50;50 216;216;216 24;24;24",
    },
    "light": {
        "16": "15 0 8 8 7 0 15",
        "256": "#231 #235 #239 #23 #251 #235 #231",
        "truecolor": "244;243;238 34;40;42 80;87;90 34;89;79 213;212;205 34;40;42 244;243;238",
        "grey-16": "15 0 8 8 7 0 15",
        "grey-256": "#255 #235 #239 #239 #252 #235 #255",
        "grey-truecolor": "243;243;243 39;39;39 86;86;86 77;77;77 212;212;212 39;39;39 243;243;243",
    },
    "contrast": {
        "16": "0 15 7 11 8 15 0",
        "256": "#16 #231 #251 #221 #237 #231 #16",
        "truecolor": "0;0;0 255;255;255 208;208;208 254;215;95 58;58;58 255;255;255 0;0;0",
        "grey-16": "0 15 7 15 8 15 0",
        "grey-256": "#16 #231 #251 #252 #237 #231 #16",
        "grey-truecolor": "0;0;0 255;255;255 208;208;208 215;215;215 58;58;58 255;255;255 0;0;0",
    },
    "terminal": {
        "16": "- - - 6 - 7 0",
        "256": "- - - 6 - 7 0",
        "truecolor": "- - - 6 - 7 0",
        "grey-16": "0 0 0 0 0 0 0",
        "grey-256": "#16 #16 #16 #16 #16 #16 #16",
        "grey-truecolor": "0;0;0 0;0;0 0;0;0 0;0;0 0;0;0 0;0;0 0;0;0",
    },
}
