"""Sessions and people moved on the board by hand, with pointer and keys, each place judged before anybody lets go."""
