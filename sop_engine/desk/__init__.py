"""Live things over the pipeline: watching, the language server, the page."""
