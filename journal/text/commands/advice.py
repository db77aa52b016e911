"""What a command advises after an error; what happened is said by the error itself."""

from __future__ import annotations

from typing import Final

from journal.language import translated

MAKE_ONE: Final = "`journal new` makes one; --journal PATH names another place."
NAME_ANOTHER_PLACE: Final = "--journal PATH names another place."
NOTHING_CHANGED: Final = "Nothing was changed."
TRY_AGAIN_OR_RECOVER: Final = (
    "Nothing was changed. Try again, or open it with `journal recover` and your recovery words."
)
COMPARE_WITH_SHEET: Final = "Nothing was changed. Compare with your sheet and try again."
DAMAGE_NOT_PASSPHRASE: Final = "This is damage, not a wrong passphrase."
INSTALL_NEWER: Final = "Install the newer version to open it."
MAKE_IT_SHORTER: Final = "Nothing was saved. Make it shorter or simpler."
LOOK_AT_THE_PATH: Final = "Nothing was changed. Check the path, and whether you can write there."


translated(__name__)
