"""Vietnamese words with their accents: whether letters can be one, by onset, rhyme and tone."""

import re
import unicodedata
from functools import lru_cache

_ONSETS = "ngh|ng|nh|ph|th|tr|ch|kh|gh|gi|b|c|d|đ|g|h|k|l|m|n|p|q|r|s|t|v|x"
_RHYMES = (
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ă|ăc|ăm|ăn|ăng|ăp|ăt|â|âc|âm|ân|âng|âp|ât|âu|ây|"
    "e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu|"
    "i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|im|in|inh|ip|it|iu|"
    "o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt|oc|oe|oen|oeo|oet|"
    "oi|om|on|ong|ooc|oong|op|ot|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt|"
    "u|ua|uai|uan|uang|uanh|uao|uach|uac|uat|uau|uay|uăn|uăng|uăt|uâ|uân|uâng|uât|uây|uc|ue|uen|"
    "uet|uê|uêch|uênh|ui|um|un|ung|uo|uong|uôc|uôi|uôm|uôn|uông|uôt|uơ|up|ut|"
    "uy|uya|uych|uynh|uyên|uyêt|uyt|uyu|"
    "ư|ưa|ưc|ưi|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưt|ưu|y|yêm|yên|yêng|yêt|yêu"
)
_LETTERS = re.compile(rf"(?:{_ONSETS})?(?:{_RHYMES})")
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_SHARP, _HEAVY = "\u0301", "\u0323"


@lru_cache(maxsize=20_000)
def is_word(text: str) -> bool:
    """Whether a text in NFC is a Vietnamese syllable, in small letters, capitals or "Lò"."""
    if not (text.islower() or text.isupper() or text.istitle()):
        return False
    parts = unicodedata.normalize("NFD", text.lower())
    tones = [c for c in parts if c in _TONES]
    letters = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    # Syllables that end in a stop have one of two tones.
    stopped = letters.endswith(("c", "ch", "p", "t"))
    fitting = not stopped or all(tone in (_SHARP, _HEAVY) for tone in tones)
    return len(tones) < 2 and fitting and _LETTERS.fullmatch(letters) is not None
