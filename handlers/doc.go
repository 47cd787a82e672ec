// Package handlers is the HTTP side of the server: routes.go is the table of all routes, and one file per resource holds its lists,
// representations, validation and actions. A handler decodes, validates, authorises, calls a domain room and encodes; it opens no bucket
// and decides nothing that belongs to a domain.
//
// A request's way: [Server.Handler] (middleware of package rest) → route → dispatch (negotiation, authentication, throttling, method,
// transaction) → handler → reply. Reading requests work in one read transaction; writing requests read their body first and then work in one
// write transaction, which is committed before the answer is written.
package handlers
