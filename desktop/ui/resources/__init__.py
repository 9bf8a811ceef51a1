"""Sites, rooms, staff, suppliers, offers, activities and the house rules."""
