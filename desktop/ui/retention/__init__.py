"""How long what is kept, what is due for erasure, and one person's rights."""
