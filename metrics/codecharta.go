package metrics

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
	"secobserve/observations"
	"secobserve/products"
)

// File counts the active observations in a source file by severity, worst first.
type File struct {
	Name       string
	Severities [6]int
}

// Files counts in the default scope of a product, in the order in which the files were found.
func Files(tx *db.Tx, p *model.Product) []*File {
	idx := db.Observations.Index(tx)
	name, rank := db.Observations.Column("origin_source_file"), db.Observations.Column("severity_rank")
	byName := make(map[string]*File)
	var files []*File
	for it := roaring.And(products.DefaultScope(tx, p), observations.Active(tx)).Iterator(); it.HasNext(); {
		id := it.Next()
		file := idx.Text(name, id)
		if file == "" {
			continue
		}
		f := byName[file]
		if f == nil {
			f = &File{Name: file}
			byName[file], files = f, append(files, f)
		}
		severity, _ := idx.Int(rank, id)
		f.Severities[severity-1]++
	}
	return files
}
