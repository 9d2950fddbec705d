"""Writing definitions: new ones, and changes in old ones that leave every other character as it was."""
