// Secobserve is a vulnerability management server in one binary: REST API, interactive documentation and web UI on one port, the data in
// one file.
package main

import (
	"os"

	"secobserve/command"
)

func main() { os.Exit(command.Run(os.Args[1:], os.Stdout, os.Stderr)) }
