"""How well the defaults learn tables that are passed round, beside scikit-learn."""
