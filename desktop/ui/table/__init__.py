"""The table of every list page: columns told as data, sorting, search, filters, copying, a choice of rows."""
