"""Words below the texts in Spanish: labels and sentences of keys, and what is suggested to choose from.

``journal.language.spoken`` looks them up by the English words, which code and the key table hold.
"""

from __future__ import annotations

from typing import Final

from journal.text.es.key_labels import KEY_LABELS
from journal.text.es.key_sentences import KEY_SENTENCES
from journal.text.es.suggested_words import SUGGESTED_WORDS

WORDS: Final = {**SUGGESTED_WORDS, **KEY_SENTENCES, **KEY_LABELS}
"""English → Spanish. "free" is both the label of a key and the word for a day, so it stands among the labels."""
