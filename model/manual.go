package model

import (
	"errors"
	"fmt"
	"strconv"
)

// CheckSeverity holds severity, CVSS scores and vectors of a manual observation against each other, and fills a score from its vector
// (core-observations.md §9.2, rule 4). The error texts are part of the API.
func (o *Observation) CheckSeverity() error {
	if err := scoreOfVector(&o.CVSS3Score, o.CVSS3Vector, "CVSS3", ParseCVSS3); err != nil {
		return err
	}
	if err := scoreOfVector(&o.CVSS4Score, o.CVSS4Vector, "CVSS4", ParseCVSS4); err != nil {
		return err
	}
	score := o.CVSS4Score
	if score == nil {
		score = o.CVSS3Score
	}
	if score == nil {
		if o.ParserSeverity == "" {
			return errors.New("Either Severity, CVSS3/4 score or CVSS3/4 vector has to be set")
		}
		return nil
	}
	if severity := SeverityOfScore(*score); o.ParserSeverity != "" && o.ParserSeverity != severity {
		return fmt.Errorf("Severity (%s) is different than severity from CVSS score (%s)", o.ParserSeverity, severity)
	}
	return nil
}

func scoreOfVector(score **float64, vector, name string, parse func(string) (string, float64, error)) error {
	if vector == "" {
		return nil
	}
	_, s, err := parse(vector)
	if err != nil {
		return err
	}
	if *score != nil && **score != s {
		return fmt.Errorf("Score from %s vector (%s) is different than %s score (%s)", name, oneDecimal(s), name, oneDecimal(**score))
	}
	*score = &s
	return nil
}

func oneDecimal(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
