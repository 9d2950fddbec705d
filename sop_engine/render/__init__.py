"""Writers of a Drawing, one a file; ``registry`` knows them by the name of their format."""
