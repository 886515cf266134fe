"""The writers may be imported at start: what is heavy waits until a file is written."""

import subprocess
import sys

_PROGRAM = """
import sys
from taphuan.exports import attendance, badge_pictures, badges, certificates, people, register
from taphuan.exports import roster, tally
heavy = ("PIL", "PySide6", "openpyxl", "pandas", "qrcode", "reportlab", "sqlalchemy", "xlsxwriter")
print([name for name in heavy if name in sys.modules])
"""


def test_importing_the_writers_loads_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
