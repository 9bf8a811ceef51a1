"""Tables of a spreadsheet into the unit and out of it: read, mapped, shown before they count, written."""
