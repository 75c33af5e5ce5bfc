// Opportunities: what each visit could be on each date.
