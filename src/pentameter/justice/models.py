"""Justice: from investigation to appeal, and the register of laws."""
