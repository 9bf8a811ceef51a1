"""A week: what it is made of, how it is planned, and how its versions stand."""
