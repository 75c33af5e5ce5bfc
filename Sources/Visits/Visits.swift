// Visits: when.
