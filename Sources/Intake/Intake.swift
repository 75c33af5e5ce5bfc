// Intake: bytes to a programme, or every diagnostic.
