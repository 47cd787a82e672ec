package licensedata

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Rating is a class of permissive licenses in the list of the Blue Oak Council, from "Model" to "Lead".
type Rating struct {
	Name     string   `json:"name"`
	Notes    string   `json:"notes"`
	Licenses []string `json:"-"`
}

// readRatings reads the license list of the Blue Oak Council.
func readRatings(content []byte) ([]Rating, error) {
	var list []struct {
		Rating
		Licenses []struct {
			ID string `json:"id"`
		} `json:"licenses"`
	}
	if err := json.Unmarshal(content, &list); err != nil {
		return nil, err
	}
	var ratings []Rating
	for i, r := range list {
		if strings.TrimSpace(r.Name) == "" {
			return nil, fmt.Errorf("element %d has no name", i)
		}
		rating := Rating{Name: cut(strings.TrimSpace(r.Name), maxText/2), Notes: cut(r.Notes, maxReference/2)}
		for _, l := range r.Licenses {
			rating.Licenses = append(rating.Licenses, l.ID)
		}
		ratings = append(ratings, rating)
	}
	return nonEmpty(ratings)
}
