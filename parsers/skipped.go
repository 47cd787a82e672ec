package parsers

import "log/slog"

// LogSkipped tells once per report how many entries could not be used (parsers.md §1.2); nothing if there were none.
func LogSkipped(parser, what string, n int) {
	if n > 0 {
		slog.Warn("Entries of a report were skipped", "parser", parser, "entries", what, "count", n)
	}
}
