// Package rest holds what is the same for all endpoints and needs no database (http-conventions.md): errors and their JSON form, decoding and
// validation of bodies, query parameters, paging links, content negotiation and the middleware.
//
// It is no framework: package handlers calls its functions.
package rest
