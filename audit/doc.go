// Package audit keeps the record of administrative changes: who did what, when, from where, and what the values were before and after.
//
// No handler writes a record. [Attach] makes package db tell the changes of every write transaction, and each change of a row of an audited
// table becomes a record in that very transaction; the one who acts is found in the context ([With]). A new resource is audited by the
// declaration of its table in package db (audit, label) and the tags of its fields in package model (audit:"-", audit:"secret").
//
// What happens to findings is not told here but in their history; of their deletion, the number.
package audit
