// Package command is the command line: one file per subcommand. It reads the configuration, wires the rooms together and opens the ports;
// what is answered there is the affair of package handlers, what a new data file holds that of package setup.
package command
