"""Networks that other tools made: each record becomes a row of reports, by the template's columns."""
