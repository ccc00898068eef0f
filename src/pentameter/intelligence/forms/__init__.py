"""What may be typed: files, rows, reports, filters, purposes."""
