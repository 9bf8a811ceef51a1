"""The threat levels and the security measures of each."""
