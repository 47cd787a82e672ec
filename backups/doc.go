// Package backups makes a copy of the data file each day and keeps those of the last days. The copies lie in a folder of their own, which may
// be on another disk; secobserve restore takes them.
package backups
