// Package schema holds the JSON shapes of the API: one struct per representation and request body, with the names, the types and the key
// order that clients rely on. The request bodies describe what package handlers accepts, for the API description; decoding and validation
// are its affair.
//
// Conventions (http-conventions.md §7): an unset text is "", an unset number, date or reference is null; scores are texts with a fixed
// number of decimals; timestamps are texts in the configured time zone.
package schema

// Page is a page of a list.
type Page[T any] struct {
	Count    int     `json:"count" validate:"required"`
	Next     *string `json:"next" format:"uri" extensions:"x-nullable"`
	Previous *string `json:"previous" format:"uri" extensions:"x-nullable"`
	Results  []T     `json:"results" validate:"required"`
}

// Message is the body of every error answer.
type Message struct {
	Message string `json:"message" validate:"required"`
	// Details explain the message, where they can.
	Details string `json:"details,omitempty"`
}
