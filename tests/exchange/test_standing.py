"""Which listing stands for another."""

from __future__ import annotations

from packages import Write, plain

from peerdesk.exchange import same
from peerdesk.exchange.hsds import import_package
from peerdesk.exchange.standing import APART, SAME, remembered, stands_for, stood_for
from peerdesk.store.connection import Connection


def test_a_listing_stands_for_itself_and_for_those_that_are_told_in_it(
    job: Connection, package: Write
) -> None:
    import_package(job, package(plain()), 1)
    one, other = (bytes(u) for (u,) in job.execute("SELECT uid FROM service ORDER BY id"))
    elsewhere = b"e" * 16
    assert stands_for(job, one) == one
    assert stood_for(job, one) == [one]
    same.note(job, SAME, elsewhere, one, 5)
    same.note(job, APART, other, one, 5)  # says that they are two
    assert stands_for(job, elsewhere) == one
    assert stands_for(job, other) == other
    assert stood_for(job, one) == [one, elsewhere]
    assert remembered(job) == {elsewhere: one}
    same.note(job, SAME, elsewhere, other, 6)  # the last word counts
    assert remembered(job) == {elsewhere: other}


def test_one_that_is_gone_stands_for_nothing(job: Connection, package: Write) -> None:
    import_package(job, package(plain()), 1)
    same.note(job, SAME, b"e" * 16, b"gone" * 4, 5)
    assert stands_for(job, b"e" * 16) == b"e" * 16
    assert remembered(job) == {}
