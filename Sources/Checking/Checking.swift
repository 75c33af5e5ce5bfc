// Checking: the independent word on a plan.
