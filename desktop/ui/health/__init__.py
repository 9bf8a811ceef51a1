"""What the independent check and the warnings say."""
