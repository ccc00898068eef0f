"""What is right of tip-offs: receipt codes, what a letter holds, pictures without what they carry besides."""
