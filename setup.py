"""The package list is computed: a static one silently drops a new subpackage from the wheel."""

from setuptools import find_packages, setup

CODE = ["taphuan"] + [f"taphuan.{name}" for name in find_packages("src")]
setup(
    packages=[*CODE, "taphuan.resources"],
    package_dir={"taphuan": "src", "taphuan.resources": "resources"},
    package_data={"taphuan.resources": ["**/*"], "taphuan": ["py.typed"]},
)
