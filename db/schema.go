package db

import (
	"fmt"

	"secobserve/db/columnar"
	"secobserve/model"
)

// The tables. Their order is the order in which error messages name dependants.
var (
	// Users holds accounts (access.md §2).
	Users = &Table[model.User]{
		name: "users", class: "User", plural: "Users",
		audit: auditAll, label: func(r *model.User) string { return r.Username },
		id:      func(r *model.User) *model.ID { return &r.ID },
		uniques: []Unique[model.User]{{Name: "username", Key: func(r *model.User) []byte { return Key(r.Username) }}},
		columns: []Column[model.User]{
			text("username", func(r *model.User) string { return r.Username }),
			text("full_name", func(r *model.User) string { return r.FullName }),
			flag("is_active", func(r *model.User) bool { return r.IsActive }),
			flag("is_superuser", func(r *model.User) bool { return r.IsSuperuser }),
			flag("is_external", func(r *model.User) bool { return r.IsExternal }),
			flag("is_oidc_user", func(r *model.User) bool { return r.IsOIDCUser }),
			flag("is_product_token", func(r *model.User) bool { return r.IsProductToken() }),
		},
	}

	// AuthorizationGroups holds named sets of users (access.md §6).
	AuthorizationGroups = &Table[model.AuthorizationGroup]{
		name: "authorization_groups", class: "Authorization_Group", plural: "Authorization_Groups",
		audit: auditAll, label: func(r *model.AuthorizationGroup) string { return r.Name },
		id:      func(r *model.AuthorizationGroup) *model.ID { return &r.ID },
		uniques: []Unique[model.AuthorizationGroup]{{Name: "name", Key: func(r *model.AuthorizationGroup) []byte { return Key(r.Name) }}},
		columns: []Column[model.AuthorizationGroup]{
			text("name", func(r *model.AuthorizationGroup) string { return r.Name }),
			text("oidc_group", func(r *model.AuthorizationGroup) string { return r.OIDCGroup }),
		},
	}

	// AuthorizationGroupMembers holds who is in which authorization group.
	AuthorizationGroupMembers = &Table[model.AuthorizationGroupMember]{
		name: "authorization_group_members", class: "Authorization_Group_Member", plural: "Authorization_Group_Members",
		audit: auditAll,
		id:    func(r *model.AuthorizationGroupMember) *model.ID { return &r.ID },
		uniques: []Unique[model.AuthorizationGroupMember]{{Name: "member", Key: func(r *model.AuthorizationGroupMember) []byte {
			return Key(r.AuthorizationGroup, r.User)
		}}},
		refs: []Ref[model.AuthorizationGroupMember]{
			{Name: "authorization_group", To: "authorization_groups", OnDelete: Cascade,
				Get: func(r *model.AuthorizationGroupMember) model.ID { return r.AuthorizationGroup }},
			{Name: "user", To: "users", OnDelete: Cascade, Get: func(r *model.AuthorizationGroupMember) model.ID { return r.User }},
		},
		columns: []Column[model.AuthorizationGroupMember]{
			flag("is_manager", func(r *model.AuthorizationGroupMember) bool { return r.IsManager }),
		},
	}

	// APITokens holds the tokens of users and, through hidden users, of products (access.md §4).
	APITokens = &Table[model.APIToken]{
		name: "api_tokens", class: "Api_Token", plural: "Api_Tokens",
		audit: auditAll, label: func(r *model.APIToken) string { return r.Name },
		id: func(r *model.APIToken) *model.ID { return &r.ID },
		uniques: []Unique[model.APIToken]{
			{Name: "hash", Key: func(r *model.APIToken) []byte { return r.Hash }},
			{Name: "name", Key: func(r *model.APIToken) []byte { return Key(r.User, r.Name) }},
		},
		refs: []Ref[model.APIToken]{
			{Name: "user", To: "users", OnDelete: Cascade, Get: func(r *model.APIToken) model.ID { return r.User }},
		},
		columns: []Column[model.APIToken]{
			text("name", func(r *model.APIToken) string { return r.Name }),
			text("expiration_date", func(r *model.APIToken) string { return string(r.ExpirationDate) }),
		},
	}

	// Products holds products and product groups (core-products.md §2).
	Products = &Table[model.Product]{
		name: "products", class: "Product", plural: "Products",
		audit: auditAll, label: func(r *model.Product) string { return r.Name },
		id:      func(r *model.Product) *model.ID { return &r.ID },
		uniques: []Unique[model.Product]{{Name: "name", Key: func(r *model.Product) []byte { return Key(r.Name) }}},
		refs: []Ref[model.Product]{
			{Name: "product_group", To: "products", OnDelete: Protect, Get: func(r *model.Product) model.ID { return r.ProductGroup }},
			{Name: "repository_default_branch", To: "branches", OnDelete: SetNull,
				Get: func(r *model.Product) model.ID { return r.RepositoryDefaultBranch },
				Set: func(r *model.Product, id model.ID) { r.RepositoryDefaultBranch = id }},
			{Name: "license_policy", To: "license_policies", OnDelete: Protect, Get: func(r *model.Product) model.ID { return r.LicensePolicy }},
		},
		columns: []Column[model.Product]{
			text("name", func(r *model.Product) string { return r.Name }),
			flag("is_product_group", func(r *model.Product) bool { return r.IsProductGroup }),
			{Name: "security_gate_passed", Bitmap: true, Int: func(r *model.Product) (int64, bool) {
				if r.SecurityGatePassed == nil {
					return 0, false
				}
				return boolInt(*r.SecurityGatePassed), true
			}},
			moment("last_observation_change", func(r *model.Product) model.Time { return r.LastObservationChange }),
		},
	}

	// Branches holds the lines (versions) of products (core-products.md §5).
	Branches = &Table[model.Branch]{
		name: "branches", class: "Branch", plural: "Branches",
		audit: auditAll, label: func(r *model.Branch) string { return r.Name },
		id: func(r *model.Branch) *model.ID { return &r.ID },
		uniques: []Unique[model.Branch]{{Name: "name", Key: func(r *model.Branch) []byte {
			return Key(r.Product, r.Name)
		}}},
		refs: []Ref[model.Branch]{
			{Name: "product", To: "products", OnDelete: Cascade, Get: func(r *model.Branch) model.ID { return r.Product }},
		},
		columns: []Column[model.Branch]{
			text("name", func(r *model.Branch) string { return r.Name }),
			flag("is_default_branch", func(r *model.Branch) bool { return r.IsDefaultBranch }),
			moment("last_import", func(r *model.Branch) model.Time { return r.LastImport }),
			text("purl", func(r *model.Branch) string { return r.PURL }),
			text("cpe23", func(r *model.Branch) string { return r.CPE23 }),
			flag("has_osv_linux_distribution", func(r *model.Branch) bool { return r.OSVLinuxDistribution != "" }),
		},
	}

	// Services holds the named parts of products (core-products.md §4).
	Services = &Table[model.Service]{
		name: "services", class: "Service", plural: "Services",
		audit: auditAll, label: func(r *model.Service) string { return r.Name },
		id: func(r *model.Service) *model.ID { return &r.ID },
		uniques: []Unique[model.Service]{{Name: "name", Key: func(r *model.Service) []byte {
			return Key(r.Product, r.Name)
		}}},
		refs: []Ref[model.Service]{
			{Name: "product", To: "products", OnDelete: Cascade, Get: func(r *model.Service) model.ID { return r.Product }},
		},
		columns: []Column[model.Service]{text("name", func(r *model.Service) string { return r.Name })},
	}

	// ProductMembers holds the roles of users (core-products.md §6).
	ProductMembers = &Table[model.ProductMember]{
		name: "product_members", class: "Product_Member", plural: "Product_Members",
		audit: auditAll,
		id:    func(r *model.ProductMember) *model.ID { return &r.ID },
		uniques: []Unique[model.ProductMember]{{Name: "member", Key: func(r *model.ProductMember) []byte {
			return Key(r.Product, r.User)
		}}},
		refs: []Ref[model.ProductMember]{
			{Name: "product", To: "products", OnDelete: Cascade, Get: func(r *model.ProductMember) model.ID { return r.Product }},
			{Name: "user", To: "users", OnDelete: Cascade, Get: func(r *model.ProductMember) model.ID { return r.User }},
		},
		columns: []Column[model.ProductMember]{enumNumber("role", func(r *model.ProductMember) int64 { return int64(r.Role) })},
	}

	// ProductAuthorizationGroupMembers holds the roles of authorization groups (core-products.md §7).
	ProductAuthorizationGroupMembers = &Table[model.ProductAuthorizationGroupMember]{
		name: "product_authorization_group_members", class: "Product_Authorization_Group_Member", plural: "Product_Authorization_Group_Members",
		audit: auditAll,
		id:    func(r *model.ProductAuthorizationGroupMember) *model.ID { return &r.ID },
		uniques: []Unique[model.ProductAuthorizationGroupMember]{{Name: "member", Key: func(r *model.ProductAuthorizationGroupMember) []byte {
			return Key(r.Product, r.AuthorizationGroup)
		}}},
		refs: []Ref[model.ProductAuthorizationGroupMember]{
			{Name: "product", To: "products", OnDelete: Cascade,
				Get: func(r *model.ProductAuthorizationGroupMember) model.ID { return r.Product }},
			{Name: "authorization_group", To: "authorization_groups", OnDelete: Cascade,
				Get: func(r *model.ProductAuthorizationGroupMember) model.ID { return r.AuthorizationGroup }},
		},
		columns: []Column[model.ProductAuthorizationGroupMember]{
			enumNumber("role", func(r *model.ProductAuthorizationGroupMember) int64 { return int64(r.Role) }),
		},
	}

	// Parsers holds the registry of report formats (import.md §8).
	Parsers = &Table[model.Parser]{
		name: "parsers", class: "Parser", plural: "Parsers",
		label:   func(r *model.Parser) string { return r.Name },
		id:      func(r *model.Parser) *model.ID { return &r.ID },
		uniques: []Unique[model.Parser]{{Name: "name", Key: func(r *model.Parser) []byte { return Key(r.Name) }}},
		columns: []Column[model.Parser]{
			text("name", func(r *model.Parser) string { return r.Name }),
			enum("type", func(r *model.Parser) string { return string(r.Type) }),
			enum("source", func(r *model.Parser) string { return string(r.Source) }),
		},
	}

	// VulnerabilityChecks holds the units inside which findings are matched (import.md §9).
	VulnerabilityChecks = &Table[model.VulnerabilityCheck]{
		name: "vulnerability_checks", class: "Vulnerability_Check", plural: "Vulnerability_Checks",
		id: func(r *model.VulnerabilityCheck) *model.ID { return &r.ID },
		uniques: []Unique[model.VulnerabilityCheck]{{Name: "check", Key: func(r *model.VulnerabilityCheck) []byte {
			return Key(r.Product, r.Branch, r.Service, r.Filename, r.APIConfigurationName)
		}}},
		refs: []Ref[model.VulnerabilityCheck]{
			{Name: "product", To: "products", OnDelete: Cascade, Get: func(r *model.VulnerabilityCheck) model.ID { return r.Product }},
			{Name: "branch", To: "branches", OnDelete: Cascade, Get: func(r *model.VulnerabilityCheck) model.ID { return r.Branch }},
			{Name: "service", To: "services", OnDelete: Cascade, Get: func(r *model.VulnerabilityCheck) model.ID { return r.Service }},
		},
		columns: []Column[model.VulnerabilityCheck]{
			text("scanner", func(r *model.VulnerabilityCheck) string { return r.Scanner }),
			text("scanner_name", func(r *model.VulnerabilityCheck) string { return model.ScannerName(r.Scanner) }),
			text("filename", func(r *model.VulnerabilityCheck) string { return r.Filename }),
			text("api_configuration_name", func(r *model.VulnerabilityCheck) string { return r.APIConfigurationName }),
			moment("last_import", func(r *model.VulnerabilityCheck) model.Time { return r.LastImport }),
			optional("last_import_observations_new", func(r *model.VulnerabilityCheck) *int { return r.ObservationsNew }),
			optional("last_import_observations_updated", func(r *model.VulnerabilityCheck) *int { return r.ObservationsUpdated }),
			optional("last_import_observations_resolved", func(r *model.VulnerabilityCheck) *int { return r.ObservationsResolved }),
		},
	}
)

// Columns in short.

func text[T any](name string, get func(*T) string) Column[T] { return Column[T]{Name: name, Text: get} }

func enum[T any](name string, get func(*T) string) Column[T] {
	return Column[T]{Name: name, Text: get, Bitmap: true}
}

func flag[T any](name string, get func(*T) bool) Column[T] {
	return Column[T]{Name: name, Bitmap: true, Int: func(r *T) (int64, bool) { return boolInt(get(r)), true }}
}

func moment[T any](name string, get func(*T) model.Time) Column[T] {
	return Column[T]{Name: name, Int: func(r *T) (int64, bool) { t := get(r); return int64(t), t != 0 }}
}

func enumNumber[T any](name string, get func(*T) int64) Column[T] {
	return Column[T]{Name: name, Bitmap: true, Int: func(r *T) (int64, bool) { return get(r), true }}
}

func number[T any](name string, get func(*T) int64) Column[T] {
	return Column[T]{Name: name, Int: func(r *T) (int64, bool) { return get(r), true }}
}

func optional[T any](name string, get func(*T) *int) Column[T] {
	return Column[T]{Name: name, Int: func(r *T) (int64, bool) {
		if v := get(r); v != nil {
			return int64(*v), true
		}
		return 0, false
	}}
}

func boolInt(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// schema is the list of all tables, in the order of their declaration.
var schema = []schemaTable{
	Users, AuthorizationGroups, AuthorizationGroupMembers, APITokens, Products, Branches, Services, ProductMembers,
	ProductAuthorizationGroupMembers, Parsers, VulnerabilityChecks, Observations, ObservationLogs, Evidences, PotentialDuplicates,
	LicenseComponents, LicenseComponentEvidences, ConcludedLicenses, Components, ImportRuns,
	Licenses, LicenseGroups, LicenseGroupLicenses, LicenseGroupMembers, LicenseGroupAuthorizationGroupMembers,
	LicensePolicies, LicensePolicyItems, LicensePolicyMembers, LicensePolicyAuthorizationGroupMembers,
	PeriodicTasks, Jobs, AuditLogs, ProductMetrics, Notifications, NotificationViews,
}

// relationsTo lists the foreign keys by the table that they refer to.
var relationsTo = make(map[string][]relation)

func init() {
	for i, t := range schema {
		t.register(i)
	}
	for to := range relationsTo {
		if tableByName(to) == nil {
			panic(fmt.Sprintf("db: a foreign key refers to the unknown table %q", to))
		}
	}
	Observations.changed = observationChanged
	LicenseComponents.changed = licenseComponentChanged
}

// schemaTable is a table without its row type: what opening, checking and migrating a file needs.
type schemaTable interface {
	entity
	register(number int)
	bucketNames() []string
	loadIndex(tx *Tx) (*columnar.Snapshot, error)
	isAudited() bool
	className() string
	references() map[string]string
	nameOf(tx *Tx, id model.ID) string
	nameOfRow(row any) string
	check(tx *Tx, texts map[digest]int, report func(string))
}

func tableByName(name string) schemaTable {
	for _, t := range schema {
		if t.tableName() == name {
			return t
		}
	}
	return nil
}

func (t *Table[T]) register(number int) {
	t.number = number
	columns := make([]columnar.Column, 0, len(t.columns)+len(t.refs))
	for i := range t.columns {
		c := &t.columns[i]
		kind := columnar.Int
		if c.Text != nil {
			kind = columnar.Text
		} else if c.Ref != nil {
			kind = columnar.Ref
		}
		columns = append(columns, columnar.Column{Name: c.Name, Kind: kind, Bitmap: c.Bitmap})
	}
	for i := range t.refs {
		r := &t.refs[i]
		relationsTo[r.To] = append(relationsTo[r.To], relation{from: t, ref: r.Name, onDelete: r.OnDelete})
		if !r.Stored {
			columns = append(columns, columnar.Column{Name: r.Name, Kind: columnar.Ref, Bitmap: true})
		}
	}
	t.schema = columnar.NewSchema(columns...)
}

func (t *Table[T]) bucketNames() []string {
	names := []string{t.name}
	for i := range t.uniques {
		names = append(names, t.uniqueBucket(t.uniques[i].Name))
	}
	for i := range t.refs {
		if t.refs[i].Stored {
			names = append(names, t.storedBucket(t.refs[i].Name))
		}
	}
	return names
}
