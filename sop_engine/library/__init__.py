"""The library: where definitions are found, and which agency each belongs to.

In: what the user named, the working directory and values of the environment, as plain values. Out:
definitions, their bytes and their agencies. The environment itself is read by the command line only.
"""

from sop_engine.library.agencies import (
    CODE,
    SHOWN,
    code_of,
    mentions,
    stated_code,
    unknown_agency,
)
from sop_engine.library.finding import (
    LARGEST,
    Definition,
    Folder,
    Found,
    agency_name,
    bounded,
    definitions_folder,
    find,
    packaged_definitions,
    read_definition,
    unreadable,
)

__all__ = [
    "CODE",
    "LARGEST",
    "SHOWN",
    "Definition",
    "Folder",
    "Found",
    "agency_name",
    "bounded",
    "code_of",
    "definitions_folder",
    "find",
    "mentions",
    "packaged_definitions",
    "read_definition",
    "stated_code",
    "unknown_agency",
    "unreadable",
]
