"""Looking at a print before it is made, printing it, saving it as a PDF."""
