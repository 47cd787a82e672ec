package model

import "strings"

// The metrics of CVSS 3.x (specification §6 and §2–§4) and 4.0 (specification §7), in the order of a standard vector.
var (
	cvss3Mandatory = []string{"AV", "AC", "PR", "UI", "S", "C", "I", "A"}
	cvss4Mandatory = []string{"AV", "AC", "AT", "PR", "UI", "VC", "VI", "VA", "SC", "SI", "SA"}

	cvss3Order, cvss3Values = metricTable(`AV:NALP AC:LH PR:NLH UI:NR S:UC C:HLN I:HLN A:HLN E:XHFPU RL:XUWTO RC:XCRU CR:XHML IR:XHML AR:XHML
		MAV:XNALP MAC:XLH MPR:XNLH MUI:XNR MS:XUC MC:XNLH MI:XNLH MA:XNLH`)
	cvss4Order, cvss4Values = metricTable(`AV:NALP AC:LH AT:NP PR:NLH UI:NPA VC:HLN VI:HLN VA:HLN SC:HLN SI:HLN SA:HLN E:XAPU CR:XHML IR:XHML AR:XHML
		MAV:XNALP MAC:XLH MAT:XNP MPR:XNLH MUI:XNPA MVC:XHLN MVI:XHLN MVA:XHLN MSC:XHLN MSI:XSHLN MSA:XSHLN S:XNP AU:XNY R:XAUI V:XDC RE:XLMH
		U:X,Clear,Green,Amber,Red`)
)

// metricTable reads "KEY:values" words; values are single letters, or words separated by commas.
func metricTable(table string) (order []string, values map[string][]string) {
	values = make(map[string][]string)
	for _, word := range strings.Fields(table) {
		key, allowed, _ := strings.Cut(word, ":")
		order = append(order, key)
		separator := ""
		if strings.Contains(allowed, ",") {
			separator = ","
		}
		values[key] = strings.Split(allowed, separator)
	}
	return order, values
}
