package db

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	bolt "go.etcd.io/bbolt"
	"pgregory.net/rapid"

	"secobserve/model"
)

// componentWorld is a file with a product, two branches and a service.
type componentWorld struct {
	store                    *Store
	path                     string
	product, service, parser model.ID
	branches                 [2]model.ID
}

func newComponentWorld(t *testing.T) *componentWorld {
	t.Helper()
	w := &componentWorld{path: filepath.Join(t.TempDir(), "secobserve.db")}
	var err error
	if w.store, err = Open(w.path); err != nil {
		t.Fatal(err)
	}
	err = w.store.Update(context.Background(), func(tx *Tx) error {
		p := &model.Product{Name: "Shop"}
		err := Products.Insert(tx, p)
		w.product = p.ID
		s, parser := &model.Service{Product: p.ID, Name: "api"}, &model.Parser{Name: "CycloneDX"}
		err = errors.Join(err, Services.Insert(tx, s), Parsers.Insert(tx, parser))
		w.service, w.parser = s.ID, parser.ID
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// close ends the work with the file and proves it sound, components and texts included.
func (w *componentWorld) close(t *testing.T) {
	t.Helper()
	if err := w.store.Close(); err != nil {
		t.Fatal(err)
	}
	sound(t, w.path)
}

// Whatever happens to observations and license components, the components say what these have.
func TestComponentsFollow(t *testing.T) {
	w := newComponentWorld(t)
	defer w.close(t)
	rapid.Check(t, func(rt *rapid.T) {
		err := w.store.Update(context.Background(), w.reset)
		for range rapid.IntRange(1, 3).Draw(rt, "transactions") {
			rollback := errors.New("rollback")
			changed := w.store.Update(context.Background(), func(tx *Tx) error {
				for range rapid.IntRange(0, 12).Draw(rt, "changes") {
					if err := w.change(rt, tx); err != nil {
						return err
					}
				}
				if rapid.IntRange(0, 4).Draw(rt, "rollback") == 0 {
					return rollback
				}
				return nil
			})
			if !errors.Is(changed, rollback) {
				err = errors.Join(err, changed)
			}
		}
		if err != nil {
			rt.Fatal(err)
		}
		err = w.store.View(context.Background(), func(tx *Tx) error {
			checkComponents(tx, func(problem string) { rt.Error(problem) })
			return nil
		})
		if err != nil {
			rt.Fatal(err)
		}
	})
}

// reset leaves neither observations nor license components, and two branches.
func (w *componentWorld) reset(tx *Tx) error {
	err := errors.Join(Observations.DeleteAll(tx, Observations.Index(tx).All()), LicenseComponents.DeleteAll(tx, LicenseComponents.Index(tx).All()),
		Branches.DeleteAll(tx, Branches.Index(tx).All()))
	for i := range w.branches {
		b := &model.Branch{Product: w.product, Name: fmt.Sprint(i)}
		err = errors.Join(err, Branches.Insert(tx, b))
		w.branches[i] = b.ID
	}
	return err
}

func (w *componentWorld) change(t *rapid.T, tx *Tx) error {
	name := rapid.SampledFrom([]string{"", "a", "b:1"}).Draw(t, "component")
	branch := rapid.SampledFrom([]model.ID{0, w.branches[0], w.branches[1]}).Draw(t, "branch")
	if branch != 0 && !Branches.Exists(tx, branch) {
		branch = 0
	}
	service := rapid.SampledFrom([]model.ID{0, w.service}).Draw(t, "service")
	dependencies := rapid.SampledFrom([]string{"", "x --> y"}).Draw(t, "dependencies")
	status := rapid.SampledFrom([]model.Status{model.StatusOpen, model.StatusResolved}).Draw(t, "status")
	o := &model.Observation{Product: w.product, Branch: branch, OriginService: service, Parser: w.parser, OriginComponentNameVersion: name,
		OriginComponentDependencies: dependencies, CurrentStatus: status}
	l := &model.LicenseComponent{Product: w.product, Branch: branch, OriginService: service, ComponentNameVersion: name}
	switch rapid.IntRange(0, 20).Draw(t, "kind") % 7 {
	case 0:
		return Observations.Insert(tx, o)
	case 1:
		return w.putLicenseComponent(tx, l, dependencies, LicenseComponents.Insert)
	case 2:
		if o.ID = anyRow(t, tx, Observations); o.ID != 0 {
			return Observations.Update(tx, o)
		}
	case 3:
		if l.ID = anyRow(t, tx, LicenseComponents); l.ID != 0 {
			return w.putLicenseComponent(tx, l, dependencies, LicenseComponents.Update)
		}
	case 4:
		if id := anyRow(t, tx, Observations); id != 0 {
			return Observations.Delete(tx, id)
		}
	case 5:
		if id := anyRow(t, tx, LicenseComponents); id != 0 {
			return LicenseComponents.Delete(tx, id)
		}
	case 6:
		if branch != 0 {
			return Branches.Delete(tx, branch)
		}
	}
	return nil
}

func (w *componentWorld) putLicenseComponent(tx *Tx, l *model.LicenseComponent, dependencies string, put func(*Tx, *model.LicenseComponent) error) error {
	var err error
	if l.ComponentDependencies, err = PutTextOf(tx, dependencies); err != nil {
		return err
	}
	return put(tx, l)
}

func anyRow[T any](t *rapid.T, tx *Tx, table *Table[T]) model.ID {
	ids := table.Index(tx).All().ToArray()
	if len(ids) == 0 {
		return 0
	}
	return model.ID(rapid.SampledFrom(ids).Draw(t, "row"))
}

func TestComponentsOfBothKinds(t *testing.T) {
	w := newComponentWorld(t)
	var observation, component model.ID
	update(t, w.store, func(tx *Tx) error {
		o := &model.Observation{Product: w.product, Parser: w.parser, OriginComponentName: "a", OriginComponentVersion: "1", OriginComponentNameVersion: "a:1",
			OriginComponentDependencies: "r --> a:1", CurrentStatus: model.StatusOpen}
		l := &model.LicenseComponent{Product: w.product, ComponentName: "a", ComponentVersion: "1", ComponentNameVersion: "a:1"}
		err := errors.Join(Observations.Insert(tx, o), w.putLicenseComponent(tx, l, "r --> a:1", LicenseComponents.Insert))
		observation, component = o.ID, l.ID
		return err
	})
	// The digest of "1222333a:1r --> a:1".
	wantComponents(t, w.store, "908a8abe8ae023b20220c2dbbcf26903 1/1/1")
	update(t, w.store, func(tx *Tx) error { return LicenseComponents.Delete(tx, component) })
	wantComponents(t, w.store, "908a8abe8ae023b20220c2dbbcf26903 1/1/0")
	update(t, w.store, func(tx *Tx) error {
		o, err := Observations.Get(tx, observation)
		o.CurrentStatus = model.StatusResolved
		return errors.Join(err, Observations.Update(tx, o))
	})
	wantComponents(t, w.store, "908a8abe8ae023b20220c2dbbcf26903 1/0/0")
	update(t, w.store, func(tx *Tx) error { return Observations.Delete(tx, observation) })
	wantComponents(t, w.store)
	w.close(t)
}

func wantComponents(t *testing.T, s *Store, want ...string) {
	t.Helper()
	var got []string
	err := s.View(context.Background(), func(tx *Tx) error {
		for row, err := range Components.All(tx) {
			if err != nil {
				return err
			}
			got = append(got, fmt.Sprintf("%x %d/%d/%d", row.Key, row.Observations, row.ActiveObservations, row.LicenseComponents))
		}
		return nil
	})
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("components %v %v, want %v", got, err, want)
	}
}

// A file from before there were components gets them when it is opened.
func TestComponentsOfAnOlderFile(t *testing.T) {
	w := newComponentWorld(t)
	update(t, w.store, func(tx *Tx) error {
		return Observations.Insert(tx, &model.Observation{Product: w.product, Parser: w.parser, OriginComponentNameVersion: "a", CurrentStatus: model.StatusOpen})
	})
	if err := w.store.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := bolt.Open(w.path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = errors.Join(b.Update(func(tx *bolt.Tx) error {
		meta := tx.Bucket([]byte(metaBucket))
		return errors.Join(tx.DeleteBucket([]byte("components")), tx.DeleteBucket([]byte("components/unique/key")), meta.Delete(derivationKey),
			meta.Put([]byte(formatKey), []byte{0, 0, 0, 1}))
	}), b.Close())
	if err != nil {
		t.Fatal(err)
	}
	if w.store, err = Open(w.path); err != nil {
		t.Fatal(err)
	}
	wantComponents(t, w.store, "5eeb05dba55bdda10cc70b11b328738f 1/1/0")
	w.close(t)
}
