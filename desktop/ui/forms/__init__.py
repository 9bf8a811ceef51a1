"""What every page and dialog edits an entity with: fields, a form made of them, a dialog around it."""
