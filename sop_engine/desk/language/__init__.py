"""What an editor wants to know of a definition: pure questions about a text, for the language server and the page."""
