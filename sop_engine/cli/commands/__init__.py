"""The commands, one a file; each gives ``command`` and loads its work when it is called."""
