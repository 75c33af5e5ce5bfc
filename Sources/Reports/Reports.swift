// Reports: a plan to tables and text.
