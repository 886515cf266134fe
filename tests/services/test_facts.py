from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.program import AuditEntry
from taphuan.services.facts import audit, stamp


def test_a_fact_tells_who_where_when_and_in_which_order(session: Session, by: Context) -> None:
    first, second = stamp(session, by), stamp(session, by)
    assert (first.operator, first.machine) == ("Lường Thị Kiểm", "may-01")
    assert (first.counter, second.counter) == (1, 2)
    assert first.written < second.written
    assert first.happened == first.written
    assert first.id != second.id


def test_what_happened_earlier_may_be_written_later(session: Session, by: Context) -> None:
    yesterday = by.clock() - timedelta(days=1)
    mark = stamp(session, by, yesterday)
    assert mark.happened == yesterday < mark.written


def test_a_clock_set_back_does_not_make_facts_older(
    session: Session, by: Context, clock: Any
) -> None:
    before = stamp(session, by)
    clock.move(days=-400)
    after = stamp(session, by)
    assert after.written == before.written
    assert after.counter == before.counter + 1
    clock.move(days=500)
    assert stamp(session, by).written > before.written


def test_each_machine_counts_for_itself(session: Session, by: Context) -> None:
    other = replace(by, machine="may-02")
    counters = [stamp(session, who).counter for who in (by, other, by, other)]
    assert counters == [1, 1, 2, 2]


def test_the_order_goes_on_after_the_file_was_closed(
    database: Any, by: Context, clock: Any
) -> None:
    first = database.write(lambda session: stamp(session, by))
    clock.move(hours=-5)
    second = database.write(lambda session: stamp(session, by))
    assert (second.counter, second.written) == (2, first.written)


def test_an_audit_entry_tells_who_did_what(session: Session, by: Context) -> None:
    audit(session, by, "identity_shown", "TH-01")
    entry = session.scalars(select(AuditEntry)).one()
    assert (entry.action, entry.subject, entry.detail) == ("identity_shown", "TH-01", None)
    assert (entry.operator, entry.machine) == ("Lường Thị Kiểm", "may-01")


def test_moments_are_kept_in_utc_whatever_zone_they_came_in(session: Session, by: Context) -> None:
    from taphuan.models.clock import VIETNAM

    local_by = replace(by, clock=lambda: by.clock().astimezone(VIETNAM))
    audit(session, local_by, "looked")
    session.flush()
    kept = session.execute(text("SELECT written FROM audit_entry")).scalar_one()
    assert str(kept).startswith("2026-03-02 00:30")
