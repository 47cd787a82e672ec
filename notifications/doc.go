// Package notifications keeps what people are to be told: changes of security gates, failures of background work and unexpected errors
// (operations.md §4). A notification is stored by the transaction that gives cause for it, or in one of its own after a failure.
package notifications
