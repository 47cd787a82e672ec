package export

import (
	"fmt"
	"io"
	"testing"
)

// 20,000 observations with as many filled cells as an imported one has at most.
func BenchmarkExcel(b *testing.B) {
	headers := Headers(ObservationColumns)
	for b.Loop() {
		w, err := NewExcel(io.Discard, "Observations", headers)
		if err != nil {
			b.Fatal(err)
		}
		row := make([]Cell, len(headers))
		for i := range 20000 {
			for c := range row {
				switch {
				case c%3 == 0:
					row[c] = Cell{}
				case c%7 == 1:
					row[c] = Int(i)
				default:
					row[c] = Text(fmt.Sprintf("value %d %d", c, i))
				}
			}
			if err := w.Row(row); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
