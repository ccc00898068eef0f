"""What is right about protection. Pure: no tables, no clock; the day is an argument. Unknown means still protected."""
