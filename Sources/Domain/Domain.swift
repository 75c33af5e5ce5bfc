// Domain: the vocabulary of reciprocal peer review.
