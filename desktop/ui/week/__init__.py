"""The week in front of the coordinator: picker, plan and stop, figures."""
