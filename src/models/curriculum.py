"""Skills and their topics, and the ethnic groups: reference data with keys of our own."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base


class SkillName(Base):
    """One of the five skills, with its names."""

    __tablename__ = "skill"

    key: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    name_en: Mapped[str]
    short: Mapped[str]


class Topic(Base):
    """A topic of a skill, or of none (context). An outcome topic leaves something behind."""

    __tablename__ = "topic"

    key: Mapped[str] = mapped_column(primary_key=True)
    skill_key: Mapped[str | None] = mapped_column(ForeignKey("skill.key"))
    position: Mapped[int]
    name: Mapped[str]
    formerly: Mapped[str | None]
    is_outcome: Mapped[bool]
    retired_on: Mapped[date | None]
    is_own: Mapped[bool]
    """Added here, not by the reference data."""


class EthnicGroup(Base):
    """One of the 54 groups. Two official numberings exist and 37 codes differ: the key is ours."""

    __tablename__ = "ethnic_group"

    key: Mapped[str] = mapped_column(primary_key=True)
    code_1979: Mapped[str]
    code_census: Mapped[str | None]
    name: Mapped[str]
    official_name: Mapped[str]
    is_minority: Mapped[bool | None]
    aliases: Mapped[str]
