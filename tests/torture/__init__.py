"""What is tried for long: kills, full disks, flipped bits. The suite runs a short form of each."""
