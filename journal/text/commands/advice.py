"""What a command advises after an error; what happened is said by the error itself."""

from __future__ import annotations

from typing import Final

MAKE_ONE: Final = "`journal new` makes one, --journal PATH names another place."
NAME_ANOTHER_PLACE: Final = "--journal PATH names another place."
TRY_AGAIN_OR_RECOVER: Final = (
    "Nothing was changed; try again, or open it with `journal recover` and its recovery words."
)
COMPARE_WITH_SHEET: Final = "Nothing was changed; compare with your sheet and try again."
DAMAGE_NOT_PASSPHRASE: Final = "This is damage, not a wrong passphrase."
INSTALL_NEWER: Final = "Install the newer version to open it."
MAKE_IT_SHORTER: Final = "Nothing was saved; make it shorter or plainer."
LOOK_AT_THE_PATH: Final = "Nothing was changed; look at the path, and whether you may write there."
