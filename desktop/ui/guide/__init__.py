"""The bundled guide, on F1."""
