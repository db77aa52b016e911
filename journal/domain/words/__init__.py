"""Every sentence on cravings, slips and safety, in one place, and the person's own reasons.

The tone: person first, calm, short; what is counted is said with its count, "went together with" and never "caused".
What is a person's own word for a use comes in as ``word``. Sources stand where a sentence leans on one.
"""

from journal.domain.words.asking import *  # noqa: F403
from journal.domain.words.beginning import *  # noqa: F403
from journal.domain.words.card import *  # noqa: F403
from journal.domain.words.cravings import *  # noqa: F403
from journal.domain.words.debrief import *  # noqa: F403
from journal.domain.words.inbox import *  # noqa: F403
from journal.domain.words.locked import *  # noqa: F403
from journal.domain.words.own import *  # noqa: F403
from journal.domain.words.plans import *  # noqa: F403
from journal.domain.words.safety import *  # noqa: F403
from journal.domain.words.slips import *  # noqa: F403
