// Package registry lists the periodic tasks and the kinds of jobs of the server: one entry each, with the function of the domain room that
// does the work. How they are run is the affair of package tasks.
package registry
