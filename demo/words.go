package demo

import (
	"math/rand/v2"
	"strings"
)

var (
	adjectives = strings.Fields(`amber brisk calm clever copper crisp deft eager early fair fleet gentle golden grand green happy ivory jolly
		keen kind light lively lucky lunar mellow merry mild nimble noble olive plain prime proud quick quiet rapid ready regal royal sharp
		silent silver sleek smart smooth solar solid steady stout sunny swift tidy urban vivid warm wise witty young zesty`)
	nouns = strings.Fields(`router parser cache queue logger mapper loader buffer client server codec broker bundle canvas carrier charset
		cluster compiler console cookie crawler cursor decoder digest driver editor engine fetcher filter format gateway graph handler index
		kernel ledger locale lookup matcher metrics mixer monitor packer planner pool printer proxy reader registry resolver runner schema
		session signer socket store stream table template tracer`)
	goods = strings.Fields(`Storefront Checkout Payments Invoices Catalogue Search Inventory Shipping Returns Loyalty Newsletter Reviews
		Support Analytics Reporting Identity Accounts Documents Scheduling Messaging Booking Pricing Forecast Warehouse Fleet Telemetry
		Onboarding Billing Contracts Campaigns`)
	kinds  = strings.Fields(`service app API worker portal console gateway importer`)
	firsts = strings.Fields(`Ada Alan Amina Anna Arjun Beate Carlos Chen Clara Daniel Elif Emma Fatima Felix Grace Hannah Hiro Ines Ivan
		Jana Jonas Kofi Lars Leila Linus Maria Mateo Mei Nadia Noah Olga Omar Paula Pedro Priya Rosa Samir Sofia Tariq Yuki`)
	lasts = strings.Fields(`Abbott Bauer Castro Dubois Eriksen Fischer Garcia Hansen Ito Jansen Keller Lopez Moreau Novak Okafor Petrov
		Quinn Rossi Silva Tanaka Ueda Vogel Weber Xu Yilmaz Zimmer`)
)

// random is a source of its own for each subject, so that one does not depend on how much another one took.
func random(subject string, number int) *rand.Rand {
	seed := uint64(number)
	for _, c := range []byte(subject) {
		seed = seed*1099511628211 + uint64(c)
	}
	return rand.New(rand.NewPCG(seed, uint64(number)))
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }
