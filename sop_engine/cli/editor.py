"""What the language server asks of the command line: languages, settings and agencies, file by file.

In: a run, and what ``--definitions`` and ``--config`` say. Out: a ``Host``.
"""

import os
import re
import traceback
from pathlib import Path

from sop_engine import __version__
from sop_engine.cli.blame import engine_fault
from sop_engine.cli.config import Wanted, choice_for, settings_for
from sop_engine.cli.mending import with_tidiness
from sop_engine.cli.run import Run
from sop_engine.cli.streams import write_error
from sop_engine.desk.lsp.host import Host
from sop_engine.desk.lsp.opened import Around
from sop_engine.errors import UsageError
from sop_engine.library import agency_name, definitions_folder, packaged_definitions
from sop_engine.rules.choice import default_choice
from sop_engine.text import Language

__all__ = ["host"]


def host(run: Run, definitions: str | None, config: str | None) -> Host:
    """What a server for editors asks of the process that it runs in.

    An editor's working directory says little: each file is checked as ``sop validate`` would check it in the file's
    own folder.

    Args:
        run: the run of the server.
        definitions: what ``--definitions`` says.
        config: what ``--config`` says.
    """

    def around(path: Path | None) -> Around:
        folder = None if path is None else path.parent
        agency = None if path is None else _agency(run, definitions, path)
        try:
            choice = choice_for(config, Wanted(), folder)
            return Around(agency, choice, with_tidiness(choice, Wanted(), settings_for(config, folder)))
        except UsageError as fault:
            choice = default_choice()
            return Around(agency, choice, with_tidiness(choice, Wanted(), None), fault)

    def crashed(fault: BaseException) -> str:
        if run.environment.get("SOP_DEBUG"):
            write_error("".join(traceback.format_exception(fault)))
        error = engine_fault(fault)
        run.tell(error.message)
        return run.say(error.message)

    return Host(lambda locale: _language(run, locale), around, crashed, __version__)


def _language(run: Run, locale: str) -> Language:
    """The language of messages: the options' and ``$SOP_LANG``'s, else the editor's, else the system's."""
    if re.match(r"(id|en)(?![a-z])", locale.lower()) is None:
        return run.language
    asked = Run(run.arguments, {**run.environment, "LC_ALL": locale})
    asked.choose_language()
    return asked.language


def _agency(run: Run, definitions: str | None, path: Path) -> str | None:
    """The agency that the name of a file in a folder of definitions promises."""
    environment = run.environment.get("SOP_DEFINITIONS")
    try:
        found = definitions_folder(definitions, environment, path.parent, packaged_definitions())
    except UsageError:
        return None
    return agency_name(os.fspath(path), found.path.absolute())
