"""Where things lie: resources of the program, and the user's folders."""

import os
from functools import cache
from importlib import import_module
from pathlib import Path


@cache
def _resources() -> Path:
    # importlib.resources would do the same and takes 15 ms to import before the first paint.
    found = import_module(f"{__package__}.resources").__file__
    assert found is not None
    return Path(found).parent


@cache
def resource_path(name: str) -> Path:
    """The path of a resource, by its name below `resources/` ("fonts/Tinos-Regular.ttf").

    The same in a checkout, a wheel and an installation. Raises FileNotFoundError.
    """
    path = _resources() / name
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def data_folder() -> Path:
    """The platform's folder for the user's data, or what TAPHUAN_HOME names; not created here."""
    if home := os.environ.get("TAPHUAN_HOME"):
        return Path(home)
    from platformdirs import user_data_path

    return user_data_path("TapHuan", appauthor=False, roaming=False)


def default_data_file() -> Path:
    """The data file that is used when none is named."""
    return data_folder() / "taphuan.db"
