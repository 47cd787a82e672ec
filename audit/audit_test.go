package audit_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"secobserve/audit"
	"secobserve/db"
	"secobserve/model"
)

// diary is an audited store.
type diary struct {
	t     *testing.T
	store *db.Store
	now   time.Time
}

func newDiary(t *testing.T) *diary {
	t.Helper()
	store, err := db.Open(filepath.Join(t.TempDir(), "data.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	d := &diary{t: t, store: store, now: time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)}
	audit.Attach(store, func() time.Time { return d.now })
	return d
}

var mira = &audit.Actor{User: 7, Username: "mira", Address: "192.0.2.7", Source: "PATCH /api/users/{id}/", Request: "r1"}

// change writes as mira and returns the records that this left, as "action class id name [product]: field old -> new; ...".
func (d *diary) change(write func(tx *db.Tx) error) []string {
	d.t.Helper()
	before := d.records()
	if err := d.store.Update(audit.With(context.Background(), mira), write); err != nil {
		d.t.Fatal(err)
	}
	var lines []string
	for _, row := range d.records()[len(before):] {
		line := fmt.Sprintf("%s %s %d %s", row.Action, row.ObjectType, row.Object, row.ObjectName)
		if row.Product != 0 {
			line += fmt.Sprintf(" [%d %s]", row.Product, row.ProductName)
		}
		var fields []string
		for _, c := range row.Changes {
			fields = append(fields, fmt.Sprintf("%s %q -> %q", c.Field, c.Old, c.New))
		}
		lines = append(lines, line+": "+strings.Join(fields, "; "))
	}
	return lines
}

func (d *diary) records() (rows []*model.AuditLog) {
	d.t.Helper()
	err := d.store.View(context.Background(), func(tx *db.Tx) error {
		for row, err := range db.AuditLogs.All(tx) {
			if err != nil {
				return err
			}
			rows = append(rows, row)
		}
		return nil
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return rows
}

func (d *diary) expect(what string, got []string, want ...string) {
	d.t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		d.t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestRecords(t *testing.T) {
	d := newDiary(t)
	user := &model.User{Username: "eva", IsActive: true, PasswordHash: "hash-1", SettingTheme: "dark"}
	d.expect("created", d.change(func(tx *db.Tx) error { return db.Users.Insert(tx, user) }),
		`Created User 1 eva: username "" -> "eva"; is_active "" -> "true"`)
	first := d.records()[0]
	if first.User != mira.User || first.Username != "mira" || first.Address != "192.0.2.7" || first.Source != mira.Source || first.Request != "r1" ||
		first.Created != model.TimeOf(d.now) {
		t.Errorf("who, when, from where: %+v", first)
	}
	d.expect("changed", d.change(func(tx *db.Tx) error {
		user.IsActive, user.Email, user.PasswordHash, user.TokenVersion, user.PasswordChanged = false, "eva@example.com", "hash-2", 1, model.TimeOf(d.now)
		return db.Users.Update(tx, user)
	}), `Changed User 1 eva: email "" -> "eva@example.com"; is_active "true" -> "false"; password_changed "" -> "2026-11-25T12:00:00Z"`)
	d.expect("what concerns nobody else", d.change(func(tx *db.Tx) error {
		user.PasswordHash, user.SettingTheme, user.OIDCGroupsHash = "hash-3", "light", "x"
		return db.Users.Update(tx, user)
	}))

	product := model.NewProduct(model.TimeOf(d.now))
	product.Name = "Shop"
	d.expect("several steps are one record", d.change(func(tx *db.Tx) error {
		if err := db.Products.Insert(tx, &product); err != nil {
			return err
		}
		product.Description = "sells"
		if err := db.Products.Update(tx, &product); err != nil {
			return err
		}
		return db.ProductMembers.Insert(tx, &model.ProductMember{Product: product.ID, User: user.ID, Role: model.RoleOwner})
	}), `Created Product 1 Shop [1 Shop]: name "" -> "Shop"; description "" -> "sells"; apply_general_rules "" -> "true"; osv_enabled "" -> "true"`,
		`Created Product_Member 1 Shop / eva [1 Shop]: product "" -> "Shop (1)"; user "" -> "eva (1)"; role "" -> "Owner"`)
	d.expect("thresholds, secrets and what is computed", d.change(func(tx *db.Tx) error {
		product.SecurityGateActive, product.Thresholds[0], product.Thresholds[5] = model.Ptr(true), model.Ptr(0), model.Ptr(7)
		product.IssueTrackerAPIKey, product.SecurityGatePassed, product.LastObservationChange = "gAAAA", model.Ptr(false), 5
		return db.Products.Update(tx, &product)
	}), `Changed Product 1 Shop [1 Shop]: security_gate_active "" -> "true"; security_gate_thresholds "" -> "Critical 0, Unknown 7"; issue_tracker_api_key "" -> "********"`)
	d.expect("another secret", d.change(func(tx *db.Tx) error {
		product.IssueTrackerAPIKey = "gBBBB"
		return db.Products.Update(tx, &product)
	}), `Changed Product 1 Shop [1 Shop]: issue_tracker_api_key "********" -> "********"`)
	d.expect("made and taken back", d.change(func(tx *db.Tx) error {
		s := &model.Service{Product: product.ID, Name: "x"}
		if err := db.Services.Insert(tx, s); err != nil {
			return err
		}
		return db.Services.Delete(tx, s.ID)
	}))
	d.expect("deleted with what belongs to it", d.change(func(tx *db.Tx) error { return db.Products.Delete(tx, product.ID) }),
		`Deleted Product_Member 1 Shop / eva [1 Shop]: product "Shop (1)" -> ""; user "eva (1)" -> ""; role "Owner" -> ""`,
		`Deleted Product 1 Shop [1 Shop]: name "Shop" -> ""; description "sells" -> ""; security_gate_active "true" -> ""; security_gate_thresholds "Critical 0, Unknown 7" -> ""; `+
			`apply_general_rules "true" -> ""; issue_tracker_api_key "********" -> ""; osv_enabled "true" -> ""`)
}

func TestRecordsOfSettingsAndSecret(t *testing.T) {
	d := newDiary(t)
	d.expect("settings", d.change(func(tx *db.Tx) error {
		settings := model.DefaultSettings()
		settings.FeatureVex, settings.ExceptionSlackWebhook, settings.ObservationTitleNotificationStatusList = true, "gAAAA", []model.Status{"Open", "Affected"}
		return db.Settings.Put(tx, settings)
	}), `Changed Settings 1 : exception_slack_webhook "" -> "********"; observation_title_notification_status_list "" -> "Open, Affected"; feature_vex "false" -> "true"`)
	d.expect("the same settings", d.change(func(tx *db.Tx) error {
		settings, err := db.Settings.Get(tx)
		if err != nil {
			return err
		}
		return db.Settings.Put(tx, settings)
	}))
	for _, want := range []string{`value "" -> "********"`, `value "********" -> "********"`} {
		d.expect("signing secret", d.change(func(tx *db.Tx) error { return db.JWTSecret.Put(tx, model.Secret("gAAAA"+want)) }), "Changed JWT_Secret 1 : "+want)
	}
}

// Many changes of one kind are one record.
func TestManyChanges(t *testing.T) {
	d := newDiary(t)
	product := model.NewProduct(0)
	product.Name = "Shop"
	d.change(func(tx *db.Tx) error { return db.Products.Insert(tx, &product) })
	insert := func(n int) func(tx *db.Tx) error {
		return func(tx *db.Tx) error {
			for i := range n {
				if err := db.Branches.Insert(tx, &model.Branch{Product: product.ID, Name: fmt.Sprintf("%d of %d", i, n)}); err != nil {
					return err
				}
			}
			return nil
		}
	}
	if got := d.change(insert(20)); len(got) != 20 {
		t.Errorf("20 branches: %v", got)
	}
	d.expect("21 branches", d.change(insert(21)), "Created Branch 0 21 Branches [1 Shop]: ")
	d.expect("250 branches", d.change(insert(250)), "Created Branch 0 250 Branches [1 Shop]: ")
	var lines []string
	for _, line := range d.change(func(tx *db.Tx) error { return db.Products.Delete(tx, product.ID) }) {
		line, _, _ = strings.Cut(line, ":")
		lines = append(lines, line)
	}
	d.expect("all of them", lines, "Deleted Product 1 Shop [1 Shop]", "Deleted Branch 0 291 Branches [1 Shop]")
}

// Of observations only deletions are recorded: what happens to them otherwise is in their history.
func TestDeletionsOfObservations(t *testing.T) {
	d := newDiary(t)
	product := model.NewProduct(0)
	product.Name = "Shop"
	d.change(func(tx *db.Tx) error { return db.Products.Insert(tx, &product) })
	o := &model.Observation{Product: product.ID, Title: "CVE-2026-1"}
	d.expect("created", d.change(func(tx *db.Tx) error { return db.Observations.Insert(tx, o) }))
	d.expect("deleted", d.change(func(tx *db.Tx) error { return db.Observations.Delete(tx, o.ID) }), "Deleted Observation 1 CVE-2026-1 [1 Shop]: ")
}

// A change that is not committed leaves no record, and a change by nobody is the server's own.
func TestNoCommitNoRecord(t *testing.T) {
	d := newDiary(t)
	failure := errors.New("no")
	err := d.store.Update(context.Background(), func(tx *db.Tx) error {
		if err := db.AuthorizationGroups.Insert(tx, &model.AuthorizationGroup{Name: "qa"}); err != nil {
			return err
		}
		return failure
	})
	if !errors.Is(err, failure) || len(d.records()) != 0 {
		t.Errorf("%v, %d records", err, len(d.records()))
	}
	err = d.store.Update(context.Background(), func(tx *db.Tx) error {
		return db.AuthorizationGroups.Insert(tx, &model.AuthorizationGroup{Name: "qa"})
	})
	if rows := d.records(); err != nil || len(rows) != 1 || rows[0].Source != "server" || rows[0].User != 0 {
		t.Errorf("%v, %+v", err, rows)
	}
}

func TestPrune(t *testing.T) {
	d := newDiary(t)
	write := func(n int) {
		d.t.Helper()
		for i := range n {
			name := fmt.Sprint(d.now, i)
			d.change(func(tx *db.Tx) error { return db.AuthorizationGroups.Insert(tx, &model.AuthorizationGroup{Name: name}) })
		}
	}
	prune := func(want string) {
		d.t.Helper()
		if got, err := audit.Prune(context.Background(), d.store, d.now); err != nil || got != want {
			t.Errorf("%q, %v, want %q", got, err, want)
		}
	}
	write(3)
	d.now = d.now.AddDate(0, 0, 364)
	write(2)
	prune("Deleted 0 records of the audit log.")
	d.now = d.now.AddDate(0, 0, 2)
	prune("Deleted 3 records of the audit log.")
	if n := len(d.records()); n != 2 {
		t.Errorf("%d records are left", n)
	}
	settings := model.DefaultSettings()
	settings.AuditLogKeepDays = 0
	d.change(func(tx *db.Tx) error { return db.Settings.Put(tx, settings) })
	d.now = d.now.AddDate(10, 0, 0)
	prune("Deleted 0 records of the audit log.")
}
