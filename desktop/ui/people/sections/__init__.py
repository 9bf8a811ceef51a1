"""What a person's page is made of: a card a subject, each saved by itself."""
