"""What readers can do: register, come in, write, change, report, appeal, leave. Each in one transaction."""
