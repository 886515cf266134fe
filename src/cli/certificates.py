"""Certificates from the shell: number and print them, print the register."""

from argparse import Namespace

from ..exports.certificates import write_certificates
from ..exports.register import write_register_pdf, write_register_xlsx
from ..models.clock import local
from ..models.errors import AppError, ErrorCode
from ..services.certificates import issue_certificates
from ..services.certificates import register as register_of
from ..services.courses import find_course
from ..services.documents import document_issuer
from .papers import tell_file
from .paths import kind_of
from .shell import Shell


def issue(shell: Shell, options: Namespace) -> int:
    """Number everyone who completed, then print all; printing can be repeated, numbers stay."""
    kind_of(options.out, ".pdf")
    by = shell.context()
    day = options.date or local(by.clock()).date()
    with shell.database() as database:
        report = database.write(
            lambda s: issue_certificates(s, by, find_course(s, options.course), day)
        )
    write_certificates(options.out, report.issuer, report.course, report.pages)
    counts: dict[str, object] = {"issued": report.issued, "already": report.already}
    if shell.as_json:
        counts |= {"first": report.pages[0].number, "last": report.pages[-1].number}
    tell_file(shell, options.out, counts)
    return 0


def register(shell: Shell, options: Namespace) -> int:
    """The certificate book of a year."""
    write = {".xlsx": write_register_xlsx, ".pdf": write_register_pdf}[
        kind_of(options.out, ".xlsx", ".pdf")
    ]
    with shell.database() as database:
        records = database.read(lambda s: register_of(s, options.year))
        issuer = database.read(document_issuer)
    if not records:
        raise AppError(ErrorCode.NOTHING_TO_EXPORT)
    write(options.out, issuer, options.year, [record.line for record in records])
    tell_file(shell, options.out, {"numbers": len(records)})
    return 0
