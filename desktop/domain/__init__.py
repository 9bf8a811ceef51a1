"""What a unit is: frozen dataclasses and their own rules, no I/O."""
