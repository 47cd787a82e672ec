package command

import (
	"bytes"
	"strings"
	"testing"
)

func TestDemo(t *testing.T) {
	data := t.TempDir()
	var out, errs bytes.Buffer
	if status := Run([]string{"demo", "--data", data, "--observations", "100"}, &out, &errs); status != 0 {
		t.Fatalf("demo ends with %d: %s", status, &errs)
	}
	if !strings.HasPrefix(out.String(), "100 observations, ") || !strings.Contains(out.String(), "Log in as ada, ") || !strings.Contains(errs.String(), `user "admin", password`) {
		t.Errorf("demo says %q and %q", &out, &errs)
	}
	out.Reset()
	if status := Run([]string{"check", "--data", data}, &out, &errs); status != 0 || out.String() != "sound\n" {
		t.Errorf("check ends with %d and says %q", status, &out)
	}
	errs.Reset()
	if status := Run([]string{"demo", "--data", data}, &out, &errs); status != 1 || !strings.Contains(errs.String(), "the data file has products already") {
		t.Errorf("a second demo ends with %d and says %q", status, &errs)
	}
}

func TestDemo_Number(t *testing.T) {
	for _, n := range []string{"0", "5000001"} {
		var out, errs bytes.Buffer
		if status := Run([]string{"demo", "--data", t.TempDir(), "--observations", n}, &out, &errs); status != 1 || !strings.Contains(errs.String(), "--observations must be 1 to 5000000") {
			t.Errorf("%s observations: ends with %d and says %q", n, status, &errs)
		}
	}
}
