"""Reading: from the text of a definition to its data, with the place of every key and value.

In: a ``SourceFile``. Out: ``(Document | None, findings)``; None where nothing could be read.
"""

from sop_engine.diagnostics import Diagnostic, in_order
from sop_engine.reading.comments import find_comments, lost_text
from sop_engine.reading.decode import decode, forbidden_characters
from sop_engine.reading.document import Comment, Document
from sop_engine.reading.events import Composer
from sop_engine.source import SourceFile

__all__ = ["Comment", "Document", "decode", "read"]


def read(source: SourceFile) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read one definition.

    Args:
        source: the decoded text.

    Returns:
        The document and what was found on the way; no document where the text is no YAML, no mapping, or
        holds characters that no editor shows.
    """
    if forbidden := forbidden_characters(source):
        return None, forbidden
    composer = Composer(source)
    composer.run()
    if composer.data is None:
        return None, in_order(composer.diagnostics)
    comments = find_comments(source, composer.scalars)
    lost = lost_text(source, comments, composer.scalars)
    document = Document(source, composer.data, composer.place, comments)
    return document, in_order((*composer.diagnostics, *lost)) if composer.diagnostics or lost else ()
