"""Qt without widgets: the solver's process, settings, translations."""
