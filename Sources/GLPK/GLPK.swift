// GLPK: the solver.
