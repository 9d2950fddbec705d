"""The page in the browser: sheet, findings, text editor and form of one definition."""
