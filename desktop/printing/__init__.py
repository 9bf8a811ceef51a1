"""A plan and a reader to pages: one painter for screen and paper."""
