"""Nothing the product does opens a connection to another machine: the guard that all tests run under."""
