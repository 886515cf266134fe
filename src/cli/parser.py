"""What the shell understands: commands and options. Imports nothing heavy, so help is instant."""

import argparse
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from .. import __version__
from ..models.enums import Skill, SkillResult

CLEAR = "clear"
"""The result that takes an earlier word back."""

MERGED_FIELDS = (
    "name", "sort_name", "gender", "birth", "ethnic", "phone", "place", "household", "employer",
    "nominated_by", "note",
)  # fmt: skip
"""The values of PersonField that are merged: its module is too heavy for this one."""

_ABOUT = "Training courses for community digital technology teams, from a shell."
_AFTER = """\
Without a command the window opens. Times are local (Vietnam), written 2026-03-05T07:55:00.
--data, --json and --operator may stand before or after the command.
Exit status: 0 done, 1 refused (stderr says "code: sentence"), 2 wrong usage.
TAPHUAN_LANG=vi gives the sentences in Vietnamese."""

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of a command line; for help or wrong usage it prints and raises SystemExit."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    if options.handler == "assessing.run" and options.person and None in _word(options):
        parser.error("assess --person needs --skill and --result")
    if options.handler == "registration.make" and (problem := _form_problem(options)):
        parser.error(problem)
    return options


def _word(options: argparse.Namespace) -> tuple[str | None, str | None]:
    return options.skill, options.result


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `handler` in its result is "module.function"."""
    parser = argparse.ArgumentParser(
        prog="taphuan",
        description=_ABOUT,
        epilog=_AFTER,
        parents=[_common()],
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"taphuan {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_setup(commands)
    _add_course(commands)
    _add_people(commands)
    _add_places(commands)
    _add_registration(commands)
    _add_teams(commands)
    _add_papers(commands)
    _add_day(commands)
    _add_results(commands)
    _add_keeping(commands)
    return parser


def _common() -> argparse.ArgumentParser:
    """Options of every command. Without defaults, so that a command's do not hide earlier ones."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", type=Path, metavar="FILE", help="the data file")
    common.add_argument("--json", action="store_true", help="print one JSON document")
    common.add_argument("--operator", metavar="NAME", help="who works here, kept with each entry")
    return common


def _command(commands: _Commands, name: str, handler: str, about: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name, help=about, description=about, parents=[_common()], allow_abbrev=False
    )
    parser.set_defaults(handler=handler)
    return parser


def _group(commands: _Commands, name: str, about: str) -> _Commands:
    parser = commands.add_parser(
        name, help=about, description=about, parents=[_common()], allow_abbrev=False
    )
    return parser.add_subparsers(title="commands", metavar="COMMAND", required=True)


def _out(parser: argparse.ArgumentParser, about: str, required: bool = True) -> None:
    parser.add_argument("--out", type=Path, required=required, metavar="FILE", help=about)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2026-03-05") from None


def _time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a time like 2026-03-05T07:55:00"
        raise argparse.ArgumentTypeError(message) from None


def _add_setup(commands: _Commands) -> None:
    init = _command(commands, "init", "setup.init", "make a data file and say who organises")
    init.add_argument("--province", required=True, metavar="CODE", help="14 is Sơn La")
    texts = (
        ("--organiser", "agency", "the agency that organises"),
        ("--parent", "parent_agency", "the agency above it"),
        (
            "--abbreviation",
            "abbreviation",
            "in certificate numbers, e.g. SKHCN (default: initials)",
        ),
        ("--place", "place", "where papers are signed (default: the province's name)"),
        ("--head-title", "head_title", "head of the agency, as certificates begin"),
        ("--signer-authority", "signer_authority", "e.g. TM. ỦY BAN NHÂN DÂN"),
        ("--signer-title", "signer_title", "title of the signer, e.g. CHỦ TỊCH"),
        ("--signer", "signer_name", "name of the signer"),
        ("--contact", "contact", "whom communes ask about lists: name and phone"),
        ("--team-label", "team_label", "what teams are called"),
        ("--team-short", "team_short", "the same, abbreviated"),
    )
    for option, name, about in texts:
        init.add_argument(option, dest=name, metavar="TEXT", help=about)
    numbers = (
        ("--share", "required_share", "percent of sessions to attend (80)"),
        ("--opens-before", "opens_before", "minutes before a session from which it is open (60)"),
        ("--late-after", "late_after", "minutes after the start from which one is late (15)"),
        ("--cutoff-day", "cutoff_day", "last day of a reporting month (31: its last)"),
    )
    for option, name, about in numbers:
        init.add_argument(option, dest=name, type=int, metavar="N", help=about)


def _add_course(commands: _Commands) -> None:
    course = _group(commands, "course", "plan, show and close courses")
    add = _command(course, "add", "courses.add", "plan a course")
    add.add_argument("--code", required=True)
    add.add_argument("--title", required=True)
    keys = ",".join(Skill)
    add.add_argument("--skills", default="", metavar="LIST", help=f"taught skills: {keys}")
    add.add_argument("--required-skills", metavar="LIST", help="to be passed (default: all taught)")
    add.add_argument(
        "--session",
        action="append",
        default=[],
        dest="sessions",
        metavar='"2026-03-05 08:00-11:00"',
        help="day and hours of a session; give it once for each",
    )
    add.add_argument("--venue", metavar="TEXT")
    add.add_argument("--kind", metavar="TEXT")
    add.add_argument("--campaign", metavar="TEXT")
    add.add_argument("--share", type=int, metavar="N", help="percent of sessions to attend")
    add.add_argument("--periods", type=int, metavar="N", help="lessons (tiết) in all")
    _command(course, "list", "courses.list_all", "all courses, the latest first")
    for name, about in (
        ("show", "one course with its sessions"),
        ("close", "record who completed, and why the others did not"),
        ("reopen", "take a closing back"),
    ):
        _command(course, name, f"courses.{name}", about).add_argument("course", metavar="CODE")


def _add_people(commands: _Commands) -> None:
    people = _group(commands, "people", "bring lists in, list and find people")
    bring = _command(people, "import", "importing.bring", "bring in lists (.xlsx, .xls, .csv …)")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument("--course", metavar="CODE", help="enrol everybody in this course")
    bring.add_argument("--commune", metavar="CODE", help="the commune of all rows")
    bring.add_argument("--accept-repairs", action="store_true", help="take every proposed repair")
    bring.add_argument("--hidden-sheets", action="store_true", help="read hidden sheets too")
    bring.add_argument("--same-person", choices=("exact",), help="join who agrees in all, unasked")
    bring.add_argument("--dry-run", action="store_true", help="show only, write nothing")
    held = _command(people, "held", "batches.held", "rows of lists that wait for a decision")
    held.add_argument("--batch", metavar="BATCH", help="of one file only")
    _add_deciding(held)
    _command(people, "batches", "batches.list_all", "files brought in, the latest first")
    undo = _command(people, "undo-import", "batches.undo_import", "take a file back as a whole")
    undo.add_argument("batch", metavar="BATCH", help="its id, or how it begins (people batches)")
    listing = _command(people, "list", "people.list_all", "people in the order of names")
    listing.add_argument("--course", metavar="CODE")
    find = _command(people, "find", "people.find", "find by name, phone, card or last digits")
    find.add_argument("text", nargs="+", metavar="TEXT")
    export = _command(people, "export", "people.export", "a list that may come back corrected")
    _out(export, ".xlsx or .csv")
    export.add_argument("--course", metavar="CODE", help="of a course (default: everybody)")
    export.add_argument("--identity", action="store_true", help="identity numbers in full")
    export.add_argument("--ethnic", action="store_true", help="the ethnic group too")
    _add_merging(people)


def _add_merging(people: _Commands) -> None:
    who = "id, card code, phone or full name"
    merge = _command(people, "merge", "merging.merge_two", "two records are one person: A stays")
    merge.add_argument("kept", metavar="A", help=who)
    merge.add_argument("other", metavar="B", help="read as A from now on")
    merge.add_argument(
        "--take", action="append", default=[], type=_taken, metavar="FIELD=SIDE",
        help=f"from a or b (note: both) where A would not do; fields: {', '.join(MERGED_FIELDS)}",
    )  # fmt: skip
    merge.add_argument("--overrule", action="store_true", help="though called two people before")
    merge.add_argument("--two-numbers", action="store_true", help="though both have identity cards")
    undo = _command(people, "unmerge", "merging.unmerge_one", "two records again")
    either = f"either of the two: {who}; of several merges the last"
    undo.add_argument("person", metavar="PERSON", help=either)
    pairs = _command(people, "pairs", "merging.pairs", "who may be one person, stored twice")
    pairs.add_argument("--limit", type=int, default=50, metavar="N", help="so many at most (50)")
    part = _command(people, "distinct", "merging.distinct", "remember that these are two people")
    part.add_argument("one", metavar="A", help=who)
    part.add_argument("other", metavar="B")


def _add_deciding(held: argparse.ArgumentParser) -> None:
    """What can be done about one row that waits; ROW is its id, or how it begins."""
    one = held.add_mutually_exclusive_group()
    one.add_argument("--bring-in", metavar="ROW", help="a row in which nothing is open any more")
    one.add_argument("--discard", metavar="ROW", help="leave a row out")
    one.add_argument("--restore", metavar="ROW", help="a row that was left out waits again")
    held.add_argument("--accept-repairs", action="store_true", help="of the row brought in")
    held.add_argument(
        "--without-course", action="store_true", help="bring it in though its course is closed"
    )


def _taken(text: str) -> tuple[str, str]:
    field, _, side = text.partition("=")
    if field in MERGED_FIELDS and (side in ("a", "b") or (field, side) == ("note", "both")):
        return field, side
    raise argparse.ArgumentTypeError(f"{text!r} is not like phone=b")


def _add_places(commands: _Commands) -> None:
    places = _group(commands, "places", "communes and their codes")
    find = _command(places, "find", "places.find", "codes of communes, by words of their names")
    find.add_argument("text", nargs="+", metavar="TEXT")


def _add_registration(commands: _Commands) -> None:
    about = "an Excel form that a commune fills in; it is remembered who was asked"
    form = _command(commands, "form", "registration.make", about)
    form.add_argument(
        "--commune", action="append", default=[], dest="communes", metavar="C",
        help="code or name of the commune; given several times, --out is a folder",
    )  # fmt: skip
    form.add_argument("--all", action="store_true", help="every commune asked for the course")
    form.add_argument("--course", metavar="CODE")
    _out(form, "a .xlsx, or a folder for several communes", required=False)
    form.add_argument("--quota", type=int, metavar="N", help="how many people are asked for")
    form.add_argument("--deadline", type=_day, metavar="DAY", help="until when")
    form.add_argument(
        "--blank-rows", type=int, metavar="N", help="rows to fill in (default: up to the quota)"
    )
    form.add_argument("--ethnic", action="store_true", help="ask for the ethnic group too")
    form.add_argument("--known", action="store_true", help="add a sheet of people to copy from")
    lists = form.add_subparsers(title="commands", metavar="[list]")
    listing = _command(lists, "list", "registration.list_all", "who has sent, is late, short, over")
    listing.add_argument("--course", required=True, metavar="CODE")


def _form_problem(options: argparse.Namespace) -> str:
    """What is missing or too much in a `form`; empty when nothing is."""
    if options.out is None:
        return "form needs --out"
    if bool(options.communes) == options.all:
        return "form needs --commune, or --all with --course"
    return "form --all needs --course" if options.all and options.course is None else ""


def _add_teams(commands: _Commands) -> None:
    teams = _group(commands, "teams", "the register of teams: bring it in, show it")
    bring = _command(teams, "import", "register.bring", "teams, members, households, adults")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument("--commune", metavar="CODE", help="the commune of all rows")
    bring.add_argument("--as-of", type=_day, metavar="DAY", help="of figures without a date")
    bring.add_argument("--source", metavar="TEXT", help="of figures without a source")
    bring.add_argument(
        "--refuse-repairs", action="store_true", help="members whose cells need a repair wait"
    )
    bring.add_argument("--dry-run", action="store_true", help="show only, write nothing")
    listing = _command(teams, "list", "register.list_all", "teams by commune and hamlet")
    listing.add_argument("--commune", metavar="CODE")
    show = _command(teams, "show", "register.show", "one team with its members")
    show.add_argument("team", nargs="+", metavar="TEXT", help="id, or words of its name and place")
    show.add_argument("--commune", metavar="CODE")


def _add_papers(commands: _Commands) -> None:
    badges = _command(commands, "badges", "papers.badges", "cards with QR codes")
    badges.add_argument("course", metavar="CODE")
    _out(badges, "a .pdf, or a folder with --png")
    badges.add_argument("--png", action="store_true", help="a picture for each person")
    roster = _command(commands, "roster", "papers.roster", "the sign-in sheet")
    roster.add_argument("course", metavar="CODE")
    roster.add_argument("--session", type=int, metavar="N", help="of one session only")
    _out(roster, ".pdf or .xlsx")
    attendance = _group(commands, "attendance", "people by sessions")
    export = _command(attendance, "export", "papers.attendance", "write who was there")
    export.add_argument("course", metavar="CODE")
    _out(export, ".xlsx or .csv")
    _add_certificates(_group(commands, "certificates", "issue certificates, print the register"))


def _add_certificates(certificates: _Commands) -> None:
    issue = _command(certificates, "issue", "certificates.issue", "number and print")
    issue.add_argument("course", metavar="CODE")
    issue.add_argument("--date", type=_day, metavar="DAY", help="printed date (default: today)")
    _out(issue, "a .pdf with a page each")
    register = _command(certificates, "register", "certificates.register", "the year's book")
    register.add_argument("--year", type=int, required=True)
    _out(register, ".xlsx or .pdf")


def _add_day(commands: _Commands) -> None:
    about = "read codes from standard input, a line each, and answer each at once"
    checkin = _command(commands, "checkin", "check_in.run", about)
    checkin.add_argument("course", metavar="CODE")
    checkin.add_argument("--session", type=int, required=True, metavar="N")
    checkin.add_argument("--at", type=_time, metavar="TIME", help="instead of the clock")
    assess = _command(commands, "assess", "assessing.run", "who can do what")
    assess.add_argument("course", metavar="CODE")
    who = assess.add_mutually_exclusive_group(required=True)
    who.add_argument("--person", metavar="WHO", help="id, card code, phone or full name")
    who.add_argument("--from", type=Path, dest="table", metavar="FILE", help=".xlsx or .csv")
    assess.add_argument("--skill", metavar="KEY", help=", ".join(Skill))
    assess.add_argument("--result", choices=[*(result.value for result in SkillResult), CLEAR])
    assess.add_argument("--stuck-at", metavar="TEXT", help="at which step")
    assess.add_argument("--helper", metavar="NAME", help="who helps next")


def _add_results(commands: _Commands) -> None:
    tally = _command(commands, "tally", "tallies.run", "figures per commune")
    tally.add_argument("--course", action="append", dest="courses", metavar="CODE")
    tally.add_argument("--from", type=_day, dest="first_day", metavar="DAY")
    tally.add_argument("--to", type=_day, dest="last_day", metavar="DAY")
    _out(tally, ".xlsx, .csv, .pdf, or - for CSV on standard output", required=False)


def _add_keeping(commands: _Commands) -> None:
    for name, about in (
        ("backup", "write a verified copy of the data file"),
        ("restore", "make the data file of a backup; it must not exist yet"),
    ):
        command = _command(commands, name, f"keeping.{name}", about)
        command.add_argument("file", type=Path, metavar="FILE")
    _command(commands, "check", "keeping.check", "is the file whole, do derived rows agree")
