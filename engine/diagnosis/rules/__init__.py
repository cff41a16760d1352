"""What is wrong, rule by rule, a theme a file; `engine.diagnosis.diagnosis` puts them into one chain."""
