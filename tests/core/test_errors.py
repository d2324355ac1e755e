"""A known error carries its sentence."""

from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.core.text import translate


def test_the_sentence_is_the_error() -> None:
    error = KnownError(translate("T", "The file {file} is damaged.").format(file="a.key"))
    assert str(error) == "The file a.key is damaged."
    assert str(error.text) == str(error)
    assert not issubclass(Cancelled, KnownError)
