"""What the header, the button and the foot of the import say."""

from collections.abc import Sequence
from datetime import datetime

from ....exports.formats import number
from ....models.clock import local
from ....models.enums import ImportRowState
from ....services.lists.draft import ListDraft
from ...i18n import moment, tr
from .draft import ListFile
from .match_columns import layout_words


def files_words(files: Sequence[ListFile]) -> str:
    """Which files, and how the only one was understood."""
    if len(files) > 1:
        return tr("{count} tệp", len(files)).format(count=len(files))
    if not files or files[0].plan is None:
        return ""
    name = files[0].path.name
    return f"{name} · {layout_words(name, files[0].plan.tables)}"


def button_words(draft: ListDraft | None) -> tuple[str, bool]:
    """What the button of the review does, truthfully, and whether it does anything."""
    if draft is None:
        return tr("Nhập học viên"), False
    added, known = draft.count(ImportRowState.ADDED), draft.count(ImportRowState.MATCHED)
    held = draft.count(ImportRowState.HELD)
    return _taken_words(added, known, held), added + known + held > 0


def _taken_words(added: int, known: int, held: int) -> str:
    if added and known:
        words = tr("Nhập {added} người mới, ghi nhận {known} người đã có", added)
        return words.format(added=number(added), known=number(known))
    if added:
        return tr("Nhập {count} học viên mới", added).format(count=number(added))
    if known:
        return tr("Ghi nhận {count} người đã có", known).format(count=number(known))
    return tr("Để lại {count} dòng", held).format(count=number(held))


def review_status(draft: ListDraft) -> str:
    """What would happen, in one line at the foot of the window."""
    words = tr(
        "Chưa ghi gì. Bấm “Nhập” để ghi tất cả trong một lần; có thể hoàn tác cả tệp: "
        "thêm {added}, đã có {matched}, để lại {held}."
    ).format(
        added=number(draft.count(ImportRowState.ADDED)),
        matched=number(draft.count(ImportRowState.MATCHED)),
        held=number(draft.count(ImportRowState.HELD)),
    )
    out = draft.count(ImportRowState.DISCARDED)
    return f"{words[:-1]}, {tr('bỏ qua {count}').format(count=number(out))}." if out else words


def seen_words(seen: datetime | None) -> str:
    """That this very file came before, and when."""
    if seen is None:
        return ""
    when = moment(local(seen))
    return tr("Chính tệp này đã được nhập lúc {when}").format(when=when)
