package rest_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"secobserve/handlers/rest"
)

func TestErrorAnswers(t *testing.T) {
	for name, test := range map[string]struct {
		err    *rest.Error
		status int
		body   string
		header map[string]string
	}{
		"business rule": {rest.BadRequestf("Branch %d does not exist for product %s", 7, `<"Shop">`), 400,
			`{"message":"Branch 7 does not exist for product <\"Shop\">"}`, map[string]string{"Content-Type": "application/json"}},
		"field":               {rest.FieldError("cvss3_score", "is odd"), 400, `{"message":"Cvss3 score: is odd"}`, nil},
		"body as a whole":     {rest.NonFieldError("is odd"), 400, `{"message":"Non field errors: is odd"}`, nil},
		"credentials":         {rest.Unauthorized("Invalid token."), 401, `{"message":"Invalid token."}`, map[string]string{"WWW-Authenticate": "APIToken"}},
		"permission":          {rest.Forbidden(), 403, `{"message":"You do not have permission to perform this action."}`, map[string]string{"WWW-Authenticate": ""}},
		"wrong password":      {rest.ForbiddenText("Invalid credentials"), 403, `{"message":"Invalid credentials"}`, nil},
		"object":              {rest.NotFound("Product"), 404, `{"message":"No Product matches the given query."}`, nil},
		"without a text":      {rest.NotFoundText(""), 404, `{"message":""}`, nil},
		"without a body":      {&rest.Error{Status: 404, Empty: true}, 404, ``, map[string]string{"Content-Type": ""}},
		"method":              {rest.NotAllowed("PUT"), 405, `{"message":"Method \"PUT\" not allowed."}`, nil},
		"conflict":            {rest.Conflict("Cannot delete Product because it still has Observations."), 409, `{"message":"Cannot delete Product because it still has Observations."}`, nil},
		"size":                {rest.TooLarge(1000), 413, `{"message":"The request is larger than the limit of 1000 bytes."}`, nil},
		"media type":          {rest.Unsupported("text/plain"), 415, `{"message":"Unsupported media type \"text/plain\" in request."}`, nil},
		"hostile media type":  {rest.Unsupported("a\"\r\n\xff"), 415, `{"message":"Unsupported media type \"a\"` + `\r\n\ufffd` + `\" in request."}`, nil},
		"throttled":           {rest.Throttled(1), 429, `{"message":"Request was throttled. Expected available in 1 second."}`, map[string]string{"Retry-After": "1"}},
		"throttled for long":  {rest.Throttled(300), 429, `{"message":"Request was throttled. Expected available in 300 seconds."}`, map[string]string{"Retry-After": "300"}},
		"unexpected":          {rest.Internal(), 500, `{"message":"Internal server error, check logs for details"}`, nil},
		"full disk":           {rest.InsufficientStorage(), 507, `{"message":"The server has no space left to store the change; nothing was changed."}`, nil},
		"line and paragraph":  {rest.BadRequest("\u2028\u2029ü"), 400, `{"message":"\u2028\u2029ü"}`, nil},
		"several field lines": {rest.BadRequest("A: x\nB: y"), 400, `{"message":"A: x\nB: y"}`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			w := httptest.NewRecorder()
			if err := rest.WriteError(w, httptest.NewRequest(http.MethodGet, "/api/", nil), test.err); err != nil {
				t.Fatal(err)
			}
			if w.Code != test.status || w.Body.String() != test.body {
				t.Errorf("%d %s\nwant %d %s", w.Code, w.Body, test.status, test.body)
			}
			for header, want := range test.header {
				if got := w.Header().Get(header); got != want {
					t.Errorf("%s: %q, want %q", header, got, want)
				}
			}
		})
	}
}

func TestLabel(t *testing.T) {
	for field, want := range map[string]string{
		"name": "Name", "cvss3_score": "Cvss3 score", "base_url_frontend": "Base url frontend", "non_field_errors": "Non field errors", "": "", "CamelCase": "Camelcase",
	} {
		if got := rest.Label(field); got != want {
			t.Errorf("Label(%q) = %q, want %q", field, got, want)
		}
	}
}
