"""Words and phrases per language: data, and the means to look a line up in them."""

from cleaner.lexicon.detect import detect_language
from cleaner.lexicon.phrases import Hit, any_of_phrases, any_of_words, fold, line_key, line_keys, phrase_key
from cleaner.lexicon.store import LANGUAGES, Lexicon

__all__ = ["LANGUAGES", "Hit", "Lexicon", "any_of_phrases", "any_of_words", "detect_language", "fold", "line_key", "line_keys", "phrase_key"]
