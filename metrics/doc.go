// Package metrics counts the observations of products, keeps the numbers of each day and answers questions about them (operations.md §3).
//
// What is true now is counted by set algebra on the live index ([Counter]); [Calculate], a periodic task, stores it once per product and day,
// so that there is a timeline. Days are those of the server's time zone.
package metrics
