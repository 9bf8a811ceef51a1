"""Sessions and people moved on the board by hand, each place judged before anybody lets go."""
