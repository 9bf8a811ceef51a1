"""The command line: files in, a plan or a verdict out, and an exit status that a script can trust.

0: a plan was written, or the plan is clean. 1: there is no plan, or the plan is not clean. 2: bad input.
3: a fault of the program itself. A command is a module with ``add_parser`` and ``run``.
"""
