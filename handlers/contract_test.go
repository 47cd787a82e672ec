package handlers_test

import (
	"net/http"
	"testing"
)

// checkContract holds an answer against the API description.
func checkContract(t *testing.T, r *http.Request, got answer) {}
