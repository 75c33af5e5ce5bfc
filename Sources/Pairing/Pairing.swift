// Pairing: who visits whom.
