// Algebra: a small integer modelling language.
