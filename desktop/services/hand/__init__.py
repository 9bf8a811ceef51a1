"""A week changed by hand: drafts, edits and what each would mean."""
