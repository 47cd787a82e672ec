package observations

import (
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
	"secobserve/products"
)

// Editor changes observations in one transaction on behalf of one user. What the changes mean for their products (flags, time of the last
// change, security gate) is gathered and done once per product by [Editor.Finish].
type Editor struct {
	tx       *db.Tx
	settings model.Settings
	user     model.ID
	now      model.Time
	today    model.Date

	touched  map[model.ID]*touched
	services map[model.ID]string
	searches map[scope]bool  // where to look for potential duplicates
	refresh  *roaring.Bitmap // observations whose potential duplicates may have changed
}

// touched is what the changes mean for one product.
type touched struct {
	product *model.Product
	flags   model.ProductFlags
	logged  bool // a history entry was written or an observation deleted
	gate    bool
}

// NewEditor begins changes by user. today is the day in the configured time zone.
func NewEditor(tx *db.Tx, user model.ID, now model.Time, today model.Date) (*Editor, error) {
	settings, err := db.Settings.Get(tx)
	if err != nil {
		return nil, err
	}
	return &Editor{tx: tx, settings: settings, user: user, now: now, today: today,
		touched: make(map[model.ID]*touched), services: make(map[model.ID]string), searches: make(map[scope]bool), refresh: roaring.New()}, nil
}

// Save normalises the observation and stores it, together with an entry of its history; a nil entry writes none. The entry's
// user, time and references to rules are filled in.
func (e *Editor) Save(o *model.Observation, entry *model.ObservationLog) error {
	service, err := e.serviceName(o.OriginService)
	if err != nil {
		return err
	}
	o.Normalise()
	o.IdentityHash = o.Hash(service)
	return e.SaveNormalised(o, entry)
}

// SaveNormalised is Save for an observation whose derived values and identity hash are up to date.
func (e *Editor) SaveNormalised(o *model.Observation, entry *model.ObservationLog) error {
	o.Modified = e.now
	if entry != nil || o.ID == 0 {
		o.LastObservationLog = e.now
	}
	if err := e.store(o); err != nil {
		return err
	}
	t, err := e.touch(o.Product)
	if err != nil {
		return err
	}
	t.flags = t.flags.Union(o.Flags())
	if entry == nil {
		return nil
	}
	return e.log(t, o, entry)
}

func (e *Editor) store(o *model.Observation) error {
	if o.ID == 0 {
		o.Created = e.now
		return db.Observations.Insert(e.tx, o)
	}
	before := activeNow(e.tx, uint32(o.ID))
	if err := db.Observations.Update(e.tx, o); err != nil {
		return err
	}
	if before != o.CurrentStatus.Active() {
		e.activityChanged(o)
	}
	return nil
}

func (e *Editor) log(t *touched, o *model.Observation, entry *model.ObservationLog) error {
	entry.Observation, entry.User, entry.Created = o.ID, e.user, e.now
	entry.GeneralRule, entry.ProductRule, entry.VexStatement = o.GeneralRule, o.ProductRule, o.VexStatement
	if err := db.ObservationLogs.Insert(e.tx, entry); err != nil {
		return fmt.Errorf("write log of observation %d: %w", o.ID, err)
	}
	t.logged = true
	return nil
}

// CheckGate has Finish evaluate the security gate of the product.
func (e *Editor) CheckGate(product model.ID) error {
	t, err := e.touch(product)
	if err != nil {
		return err
	}
	t.gate = true
	return nil
}

// Product returns the product as the editor sees it; it must not be changed.
func (e *Editor) Product(id model.ID) (*model.Product, error) {
	t, err := e.touch(id)
	if err != nil {
		return nil, err
	}
	return t.product, nil
}

// Finish stores what the changes mean for other observations and for the products. It must be called once, before the transaction ends.
func (e *Editor) Finish() error {
	if err := e.settleDuplicates(); err != nil {
		return err
	}
	for id, t := range e.touched {
		if err := e.finish(id, t); err != nil {
			return fmt.Errorf("update product %d after changes of its observations: %w", id, err)
		}
	}
	return nil
}

func (e *Editor) finish(id model.ID, t *touched) error {
	p, err := db.Products.Get(e.tx, id)
	if err != nil {
		return err
	}
	flags := p.Flags.Union(t.flags)
	if flags != p.Flags || t.logged {
		p.Flags = flags
		if t.logged {
			p.LastObservationChange = e.now
		}
		if err := db.Products.Update(e.tx, p); err != nil {
			return err
		}
	}
	if !t.gate {
		return nil
	}
	return products.CheckGate(e.tx, p)
}

func (e *Editor) touch(id model.ID) (*touched, error) {
	if t := e.touched[id]; t != nil {
		return t, nil
	}
	p, err := db.Products.Get(e.tx, id)
	if err != nil {
		return nil, err
	}
	t := &touched{product: p}
	e.touched[id] = t
	return t, nil
}

func (e *Editor) serviceName(id model.ID) (string, error) {
	if id == 0 {
		return "", nil
	}
	if name, ok := e.services[id]; ok {
		return name, nil
	}
	s, err := db.Services.Get(e.tx, id)
	if err != nil {
		return "", err
	}
	e.services[id] = s.Name
	return s.Name, nil
}

// InDefaultScope tells whether the observation counts for the gate of its product.
func InDefaultScope(o *model.Observation, p *model.Product) bool {
	return o.Branch == p.RepositoryDefaultBranch
}

// RiskAcceptanceExpiry is the day on which a risk acceptance of the product that begins today expires, null for never.
func (e *Editor) RiskAcceptanceExpiry(product model.ID) (model.Date, error) {
	t, err := e.touch(product)
	if err != nil {
		return "", err
	}
	return products.RiskAcceptanceExpiry(e.tx, &e.settings, t.product, e.today)
}
