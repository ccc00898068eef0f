"""A network as other tools read it. Pure: values in, text out, one module a format."""
