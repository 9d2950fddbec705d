"""The language server: the questions of ``language`` over the Language Server Protocol."""
