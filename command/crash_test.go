package command_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"secobserve/db"
)

const (
	crashClients = 8
	// Of a hundred requests so many are imports and so many small writes; the others read.
	crashImports, crashWrites = 5, 15
	// crashRounds is how often the server is killed where nobody asks for more, which `make crash` does by the environment variable.
	crashRounds         = 3
	crashRoundsVariable = "SECOBSERVE_TEST_CRASHES"
	// crashFindings is the greatest number of findings of a report.
	crashFindings = 300
)

// Killed at random moments under a mixed load, the data file stays sound, no acknowledged write is lost, none that was refused or never sent
// appears, and none is there by half.
func TestCrashes(t *testing.T) {
	rounds := crashRounds
	if asked := os.Getenv(crashRoundsVariable); asked != "" {
		n, err := strconv.Atoi(asked)
		if err != nil {
			t.Fatalf("%s: %v", crashRoundsVariable, err)
		}
		rounds = n
	}
	data := t.TempDir()
	ledgers := make([]*ledger, crashClients)
	for i := range ledgers {
		ledgers[i] = &ledger{name: fmt.Sprintf("crash-%d", i), extras: map[string]int{}, counts: map[string]int{}, failures: map[string]error{}}
	}
	jwt, cutOff := "", 0
	for round := range rounds + 1 {
		if round%4 == 2 {
			crashAtStart(t, data)
		}
		p := serve(t, data, "ADMIN_PASSWORD=Blue-Harbor-77")
		if p.jwt = jwt; jwt == "" {
			if status := p.login("Blue-Harbor-77"); status != 200 {
				t.Fatalf("login: %d", status)
			}
			jwt = p.jwt // sessions outlive the server
		}
		compareAll(t, p, ledgers, round)
		if round < rounds {
			cutOff += crash(t, p, ledgers)
		}
		if log := p.log.String(); strings.Contains(log, `"level":"ERROR"`) {
			t.Errorf("round %d: the log tells of an error: %.3000s", round, log[strings.Index(log, `"level":"ERROR"`):])
		}
		if round == rounds {
			_ = p.command.Process.Kill()
			_ = p.command.Wait()
		}
		problems, err := db.Check(filepath.Join(data, "secobserve.db"))
		if err != nil || len(problems) > 0 {
			t.Fatalf("round %d: %v %v", round, err, problems)
		}
		if t.Failed() {
			t.FailNow()
		}
	}
	done := map[string]int{}
	for _, l := range ledgers {
		for what, n := range l.counts {
			done[what] += n
		}
	}
	t.Logf("%d kills, %d writes under way; answered: %v", rounds, cutOff, done)
	if done["import"] == 0 || done["describe"] == 0 || done["read"] == 0 {
		t.Errorf("the load was not mixed: %v", done)
	}
}

// crashAtStart kills a server that is about to start.
func crashAtStart(t *testing.T, data string) {
	t.Helper()
	server := exec.Command(binary, "serve", "--listen", freeAddress(t), "--data", data)
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Duration(rand.IntN(150)) * time.Millisecond)
	_ = server.Process.Kill()
	_ = server.Wait()
}

// crash has all clients work, kills the server at a random moment and returns how many writes were under way.
func crash(t *testing.T, p *process, ledgers []*ledger) (cutOff int) {
	t.Helper()
	var work sync.WaitGroup
	for _, l := range ledgers {
		work.Go(func() { l.work(p) })
	}
	time.Sleep(time.Duration(100+rand.IntN(900)) * time.Millisecond)
	if err := p.command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = p.command.Wait()
	work.Wait()
	for _, l := range ledgers {
		for what, err := range l.failures {
			t.Errorf("%s: %s: %v", l.name, what, err)
		}
		if l.description.tried != nil || l.severity.tried != nil || l.report.tried != nil || l.extra.tried != nil {
			cutOff++
		}
	}
	return cutOff
}

func compareAll(t *testing.T, p *process, ledgers []*ledger, round int) {
	t.Helper()
	var work sync.WaitGroup
	for _, l := range ledgers {
		work.Go(func() {
			differences, err := l.compare(p)
			if err != nil {
				t.Errorf("round %d: %s: %v", round, l.name, err)
			}
			for _, difference := range differences {
				t.Errorf("round %d: %s", round, difference)
			}
		})
	}
	work.Wait()
}

// work is what a client does until the server is gone.
func (l *ledger) work(p *process) {
	for alive := l.prepare(p); alive; {
		switch kind := rand.IntN(100); {
		case kind < crashImports:
			alive = l.importReport(p)
		case kind < crashImports+crashWrites:
			alive = l.write(p)
		default:
			alive = l.read(p)
		}
	}
}

// prepare makes the product with its first findings.
func (l *ledger) prepare(p *process) (alive bool) {
	if l.product == 0 {
		status, body, err := p.request("POST", "/api/products/", "application/json", strings.NewReader(fmt.Sprintf(`{"name":%q}`, l.name)))
		if !l.expected("create", 201, status, body, err) {
			return false
		}
		l.product = idOf(body)
	}
	if l.observation != 0 {
		return true
	}
	if !l.importReport(p) {
		return false
	}
	var open struct{ Results []struct{ ID int } }
	_, err := p.get(fmt.Sprintf("/api/observations/?product=%d&title=R0&page_size=1", l.product), &open)
	if err != nil || len(open.Results) == 0 {
		return false
	}
	l.found(open.Results[0].ID)
	return true
}

func idOf(body []byte) int {
	var made struct{ ID int }
	_ = json.Unmarshal(body, &made)
	return made.ID
}

// importReport imports rule 0 and some others, which a later report may not have any more.
func (l *ledger) importReport(p *process) (alive bool) {
	report := [2]int{1 + rand.IntN(crashFindings), 1 + rand.IntN(crashFindings)}
	runs := l.runs.acknowledged + 1
	l.runs.tried = &runs
	ok := attempt(l, &l.report, report, "import", 200, func() (int, []byte, error) { return p.importRules(l.name, report[0], report[1], 0) })
	if ok {
		l.runs = claim[int]{acknowledged: runs}
	}
	return ok
}

func (l *ledger) write(p *process) (alive bool) {
	send := func(method, path, body string) func() (int, []byte, error) {
		return func() (int, []byte, error) {
			return p.request(method, path, "application/json", strings.NewReader(body))
		}
	}
	switch rand.IntN(4) {
	case 0:
		next := l.description.acknowledged + 1
		return attempt(l, &l.description, next, "describe", 200, send("PATCH", fmt.Sprintf("/api/products/%d/", l.product), fmt.Sprintf(`{"description":"%d"}`, next)))
	case 1:
		severity := []string{"Critical", "High", "Medium", "Low"}[rand.IntN(4)]
		logs := l.logs.acknowledged + 1
		l.logs.tried = &logs
		ok := attempt(l, &l.severity, severity, "assess", 200, send("PATCH", fmt.Sprintf("/api/observations/%d/assessment/", l.observation),
			fmt.Sprintf(`{"severity":%q,"comment":"round"}`, severity)))
		if ok {
			l.logs = claim[int]{acknowledged: logs}
		}
		return ok
	case 2:
		for name, id := range l.extras {
			ok := attempt(l, &l.extra, "- "+name, "delete", 204, send("DELETE", fmt.Sprintf("/api/products/%d/?name=%s", id, name), ""))
			if ok {
				delete(l.extras, name)
			}
			return ok
		}
		return true
	default:
		name := fmt.Sprintf("%s-%x", l.name, rand.Uint64())
		return attempt(l, &l.extra, "+ "+name, "create", 201, func() (int, []byte, error) {
			status, body, err := send("POST", "/api/products/", fmt.Sprintf(`{"name":%q}`, name))()
			if status == 201 && err == nil {
				l.extras[name] = idOf(body)
			}
			return status, body, err
		})
	}
}

func (l *ledger) read(p *process) (alive bool) {
	path := []string{
		"/api/products/?page_size=25", "/api/observations/?ordering=-current_severity&page_size=25", fmt.Sprintf("/api/observations/%d/", l.observation),
		fmt.Sprintf("/api/products/%d/", l.product), "/api/observation_logs/?page_size=25", "/api/import_runs/?page_size=25",
	}[rand.IntN(6)]
	status, body, err := p.request("GET", path, "", nil)
	return l.expected("read", 200, status, body, err)
}
