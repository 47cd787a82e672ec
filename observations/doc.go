// Package observations holds what happens when findings change: saving with normalisation and identity hash, history entries,
// assessments, manual observations and deletion (core-observations.md).
//
// The pure rules are in package model; matching findings of a report with stored ones is the affair of package importer.
package observations
