package outgoing

import (
	"fmt"
	"net/netip"
)

// ForbiddenAddressError says that the server does not call an address.
type ForbiddenAddressError struct{ Address netip.Addr }

func (e *ForbiddenAddressError) Error() string {
	return fmt.Sprintf("the address %s must not be called", e.Address)
}

// guard judges addresses.
type guard struct{ forbidPrivate bool }

// check refuses addresses that must not be called.
func (g guard) check(address netip.Addr) error {
	address = address.Unmap().WithZone("")
	callable := address.IsLoopback() || address.IsGlobalUnicast() && !inAny(never, address)
	if !callable || g.forbidPrivate && private(address) {
		return &ForbiddenAddressError{address}
	}
	return nil
}

// private tells whether an address is not one of the public internet.
func private(address netip.Addr) bool {
	return address.IsLoopback() || address.IsPrivate() || inAny(notPublic, address)
}

func inAny(networks []netip.Prefix, address netip.Addr) bool {
	for _, n := range networks {
		if n.Contains(address) {
			return true
		}
	}
	return false
}

// never are networks whose addresses no service has, or ones that hide another address.
var never = prefixes(
	"0.0.0.0/8",          // this network (RFC 1122 §3.2.1.3)
	"240.0.0.0/4",        // reserved (RFC 1112 §4)
	"::/96",              // IPv4-compatible (RFC 4291 §2.5.5.1)
	"64:ff9b::/96",       // IPv4 behind NAT64 (RFC 6052)
	"64:ff9b:1::/48",     // the same, local use (RFC 8215)
	"2001::/32",          // IPv4 behind Teredo (RFC 4380)
	"2002::/16",          // IPv4 behind 6to4 (RFC 3056)
	"fd00:ec2::/32",      // metadata of Amazon's machines
	"100.100.100.200/32", // metadata of Alibaba's machines
)

// notPublic are networks that are not reached from the internet, besides those of RFC 1918 and RFC 4193.
var notPublic = prefixes(
	"100.64.0.0/10",   // shared address space (RFC 6598)
	"192.0.0.0/24",    // protocol assignments (RFC 6890)
	"192.0.2.0/24",    // documentation (RFC 5737)
	"198.18.0.0/15",   // benchmarks (RFC 2544)
	"198.51.100.0/24", // documentation (RFC 5737)
	"203.0.113.0/24",  // documentation (RFC 5737)
	"2001:db8::/32",   // documentation (RFC 3849)
	"fec0::/10",       // site-local (RFC 3879)
)

func prefixes(texts ...string) []netip.Prefix {
	var all []netip.Prefix
	for _, text := range texts {
		all = append(all, netip.MustParsePrefix(text))
	}
	return all
}
