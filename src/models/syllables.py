"""Vietnamese syllables: which folded words can be one, so that a mistyped word is told from a name.

The rhymes are those of the spelling rules, without tones and marks of letters.
"""

import re
from functools import lru_cache

_ONSETS = "ngh|ng|nh|ph|th|tr|ch|kh|gh|gi|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x"
_RHYMES = (
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|"
    "e|ec|ech|em|en|eng|enh|eo|ep|et|eu|"
    "i|ia|ich|iec|iem|ien|ieng|iep|iet|ieu|im|in|inh|ip|it|iu|"
    "o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oc|oe|oen|oeo|oet|oi|om|on|ong|oong|op|ot|"
    "u|ua|uan|uang|uat|uay|uc|ue|uech|uenh|ui|um|un|ung|uo|uoc|uoi|uom|uon|uong|uop|uot|uou|up|ut|"
    "uu|uy|uya|uych|uyen|uyet|uynh|uyp|uyt|uyu|y"
)
_AFTER_QU = (
    "a|ac|ach|ai|an|ang|anh|ao|at|au|ay|e|en|eo|et|i|in|it|o|oc|ot|on|y|ych|yen|yet|ynh|yt|yp"
)
_WITH_Y = "yem|yen|yeng|yet|yeu"
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:{_RHYMES})|qu(?:{_AFTER_QU})|{_WITH_Y}")
_I_OR_Y = re.compile(r"([bcdghklmnprstvx]|^|qu)y$")


def is_syllable(word: str) -> bool:
    """Whether a folded word can be a Vietnamese syllable: "nguyen" can, "nguyem" cannot."""
    return _SYLLABLE.fullmatch(word) is not None


@lru_cache(maxsize=8192)
def plain_i(word: str) -> str:
    """A folded word with i where y is only another way to write it: "ly", but not "may"."""
    return _I_OR_Y.sub(r"\1i", word)
