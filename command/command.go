package command

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/alecthomas/kong"
)

// Version is the version of this build; releases set it when linking.
var Version = "dev"

// Data is where the data are.
type Data struct {
	Data string `help:"Folder of the data file." default:"./data" env:"SO_DATA" type:"path"`
}

// file is the path of the data file.
func (d Data) file() string { return filepath.Join(d.Data, "secobserve.db") }

// keyFile is the path of the key that protects secrets in the data file, if the configuration names no key.
func (d Data) keyFile() string { return filepath.Join(d.Data, "secobserve.key") }

// line is the whole command line.
type line struct {
	Serve       Serve       `cmd:"" default:"withargs" help:"Serve the REST API, its documentation and the web UI (default)."`
	Demo        Demo        `cmd:"" help:"Fill a data file that has no products with sample data; the server must not be running."`
	Backup      Backup      `cmd:"" help:"Write a consistent copy of the data file. While a server is running: GET /api/backup/."`
	Restore     Restore     `cmd:"" help:"Replace the data file by a backup; the present one is kept beside it."`
	Check       Check       `cmd:"" help:"Prove data file, indexes and references sound."`
	User        User        `cmd:"" help:"Manage users."`
	LicenseData LicenseData `cmd:"" help:"Manage the license catalogue."`
	Healthcheck Healthcheck `cmd:"" help:"Ask a running server whether it is healthy."`
	Version     ShowVersion `cmd:"" help:"Show the version."`
}

// Output is where commands write what they have to say.
type Output struct{ Out, Err io.Writer }

// Run runs the command line and returns the exit status: 0, or 1 after one line on errs that says what is wrong.
func Run(args []string, out, errs io.Writer) int {
	var l line
	parser, err := newParser(&l, Output{out, errs})
	if err != nil {
		return report(errs, err)
	}
	chosen, err := parser.Parse(args)
	if err != nil {
		return report(errs, err)
	}
	if err := chosen.Run(); err != nil {
		return report(errs, err)
	}
	return 0
}

func newParser(l *line, o Output) (*kong.Kong, error) {
	return kong.New(l, kong.Name("secobserve"), kong.Writers(o.Out, o.Err), kong.Bind(o),
		kong.Description("Vulnerability management in one binary. Run without arguments to serve on port 8080 with the data in ./data."))
}

func report(errs io.Writer, err error) int {
	_, _ = fmt.Fprintln(errs, "secobserve: "+err.Error())
	return 1
}
