"""Import of tables in three steps, and their export."""
