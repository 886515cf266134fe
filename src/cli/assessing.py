"""Assessment from the shell: a word on one person, or a table of results."""

from argparse import Namespace
from collections.abc import Sequence

from sqlalchemy.orm import Session

from ..importing.results import ResultRow, read_results
from ..models import reference_data
from ..models.context import Context
from ..models.enums import Skill, SkillResult
from ..models.errors import AppError, ErrorCode
from ..services.assessments import Word, assess
from ..services.courses import CourseRecord, find_course
from ..services.enrolments import EnrolmentRecord
from ..services.lookup import Roll
from .courses import skill_named
from .output import say, say_error, say_json
from .parser import CLEAR
from .shell import Shell


def run(shell: Shell, options: Namespace) -> int:
    """Record a word on one person, or all words of a table."""
    return _from_table(shell, options) if options.table else _one(shell, options)


def _one(shell: Shell, options: Namespace) -> int:
    word = _word(options)
    by = shell.context()
    with shell.database() as database:
        person = database.write(lambda s: _assess_one(s, by, options, word))
    if shell.as_json:
        say_json(
            {
                "person": person.person_id,
                "name": person.name,
                "skill": word.skill,
                "result": word.result,
            }
        )
    else:
        say(f"{person.name}: {word.skill} {options.result}")
    return 0


def _word(options: Namespace) -> Word:
    result = None if options.result == CLEAR else SkillResult(options.result)
    return Word(skill_named(options.skill), result, options.stuck_at, options.helper)


def _assess_one(session: Session, by: Context, options: Namespace, word: Word) -> EnrolmentRecord:
    course = find_course(session, options.course)
    person = Roll(session, course).find(options.person)
    assess(session, by, course.id, person.person_id, word)
    return person


def _from_table(shell: Shell, options: Namespace) -> int:
    """All words of a table, or none where one cannot be understood; each such row is told."""
    table = read_results(options.table, skill_names())
    by = shell.context()
    with shell.database() as database:
        course = database.read(lambda s: find_course(s, options.course))
        wrong = database.read(lambda s: _wrong(s, course, table))
        for row, refusal in wrong:
            say_error(refusal, f"{options.table.name}, row {row.number}")
        if wrong:
            return 1
        words = database.write(lambda s: _assess_all(s, by, course, table))
    if shell.as_json:
        say_json({"read": len(table), "assessed": words})
    else:
        say(f"{options.table}: {len(table)} people, {words} results")
    return 0


def skill_names() -> dict[str, Skill]:
    """What a table may call the skills: key, short and full name."""
    return {
        name: Skill(skill.key)
        for skill in reference_data.curriculum().skills
        for name in (skill.key, skill.vi, skill.en, skill.short, skill.short_en)
    }


def _wrong(
    session: Session, course: CourseRecord, table: Sequence[ResultRow]
) -> list[tuple[ResultRow, AppError]]:
    roll, wrong = Roll(session, course), []
    for row in table:
        try:
            if row.unclear:
                raise AppError(ErrorCode.BAD_VALUE, field=row.unclear[0], value=row.unclear[1])
            roll.find(row.who)
        except AppError as refusal:
            wrong.append((row, refusal))
    return wrong


def _assess_all(
    session: Session, by: Context, course: CourseRecord, table: Sequence[ResultRow]
) -> int:
    roll, words = Roll(session, course), 0
    for row in table:
        person = roll.find(row.who)
        for skill, result in row.results.items():
            assess(session, by, course.id, person.person_id, Word(skill, result))
            words += 1
    return words
