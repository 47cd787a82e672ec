// Command bench measures what users feel, import, lists, login, start, memory, against the real server over HTTP, and prints a table with the
// targets beside the results.
//
//	make bench                           at 1,000, 20,000 and 100,000 observations
//	go run ./bench -million              at 1,000,000, too
//	go run ./bench -only imports,lists   some sections
//	go run ./bench -list                 names the sections
//
// A section is a function in a file of its own and a line in sections.go. Each gets a [bench], a running server with what is needed to ask
// it, and reports rows of the table.
package main
