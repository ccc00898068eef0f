"""The public door's pages. They need no account, no cookie and no script."""
