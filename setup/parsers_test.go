package setup

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/model"
)

func TestParsersKeepTheirIDs(t *testing.T) {
	sarif := model.Parser{Name: "SARIF", Type: model.ParserSAST, Source: model.SourceFile, ModuleName: "sarif", ClassName: "SARIFParser"}
	bom := model.Parser{Name: "CycloneDX", Type: model.ParserSCA, Source: model.SourceFile, SBOM: true, ModuleName: "cyclonedx", ClassName: "CycloneDXParser"}
	manual := model.Parser{Name: "Manual", Type: model.ParserManual, Source: model.SourceManual}
	zap := model.Parser{Name: "ZAP", Type: model.ParserDAST, Source: model.SourceFile, ModuleName: "zap", ClassName: "ZAPParser"}
	with := func(p model.Parser, id model.ID, change func(*model.Parser)) model.Parser {
		p.ID = id
		if change != nil {
			change(&p)
		}
		return p
	}
	renamed := func(p *model.Parser) { p.Name, p.Type = "OASIS SARIF", model.ParserOther }
	withoutSBOM := func(p *model.Parser) { p.SBOM = false }

	// Each start meets the data file that the starts before have left.
	starts := []struct {
		name             string
		registered, want []model.Parser
	}{
		{"first", []model.Parser{bom, sarif, manual}, []model.Parser{with(bom, 1, nil), with(sarif, 2, nil), with(manual, 3, nil)}},
		{"same", []model.Parser{bom, sarif, manual}, []model.Parser{with(bom, 1, nil), with(sarif, 2, nil), with(manual, 3, nil)}},
		{"changed, renamed, new, in another order", []model.Parser{zap, manual, with(sarif, 0, renamed), with(bom, 0, withoutSBOM)},
			[]model.Parser{with(bom, 1, withoutSBOM), with(sarif, 2, renamed), with(manual, 3, nil), with(zap, 4, nil)}},
		{"older version that lacks one", []model.Parser{bom, manual},
			[]model.Parser{with(bom, 1, nil), with(sarif, 2, renamed), with(manual, 3, nil), with(zap, 4, nil)}},
	}
	store, keys := openStore(t), newKeys(t)
	for _, start := range starts {
		run(t, store, keys, Admin{PasswordCost: auth.RecommendedCost, Username: "admin", Password: "x"}, start.registered...)
		var got []model.Parser
		view(t, store, func(tx *db.Tx) error {
			for p, err := range db.Parsers.All(tx) {
				if err != nil {
					return err
				}
				got = append(got, *p)
			}
			return nil
		})
		if diff := cmp.Diff(start.want, got); diff != "" {
			t.Errorf("%s: %s", start.name, diff)
		}
	}
}
