"""People with their hours against their caps."""
