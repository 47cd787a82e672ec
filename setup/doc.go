// Package setup prepares a data file for serving: settings, first administrator, signing secret, the registry of parsers and the
// license catalogue (operations.md §14). What it does, it does at every start; a file that is ready already stays as it is. It holds no endpoints and reads no
// environment: package command does.
package setup
