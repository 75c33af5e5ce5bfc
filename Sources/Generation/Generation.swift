// Generation: synthetic programmes.
