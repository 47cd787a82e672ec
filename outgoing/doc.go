// Package outgoing is how the server calls others: one client with time-outs, bounded answers and a guard over the addresses that it
// connects to. What is asked there is the affair of the callers.
//
// # Which addresses
//
// Addresses come from settings and from products, so whoever may change those could have the server call services that only it can reach. The
// guard stands at the connection, after names are resolved: a name that resolves to another address the next time, and a redirect, get no
// further than an address that was written down. Link-local addresses, behind which clouds keep the credentials of their machines, are never
// called; private ones unless [Config.ForbidPrivate] is set.
//
// Through a proxy (HTTPS_PROXY, HTTP_PROXY, NO_PROXY) it is the proxy that resolves names; then only addresses that are written as such can be
// judged here, and the proxy itself may have any address.
package outgoing
