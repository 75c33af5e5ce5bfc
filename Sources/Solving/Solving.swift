// Solving: the worker process.
