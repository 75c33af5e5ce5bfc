// Tabular: CSV text to rows with positions, and back.
