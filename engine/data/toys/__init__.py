"""Toys: rows of two features that can be drawn, or of one, a file each; `engine.data.toys.registry` has them all.

Those of tensorflow/playground - circle, xor, gauss, spiral; plane and hills, which have numbers to learn - have its
shapes and its meaning of ``noise`` (0 to 0.5), with two differences that make a toy fit for comparing: classes take
turns, A B C A B C ..., so that training and test rows stay balanced, and noise moves a point of its class instead of
changing the class of a point. Point i depends on the seed and i alone: asking for more points keeps the first ones, and
more noise moves them further along the same way.
"""
