// Package auth answers two questions: who is calling, and what may they do.
//
// Who: password hashes ([Hasher]) and the rules for new passwords ([Rules]), session tokens ([Issue], [Verify]), API tokens
// ([NewAPIToken], [HashAPIToken]), the Authorization header ([ParseAuthorization]), and the brakes on those who try too often
// ([Throttle], [FailureLimit]). What: roles and permissions ([PermissionSet], [Effective]), and what one user may see and do, from his
// memberships ([Access]). The encryption of secrets at rest ([Keys]) lives here too, because the secret of the session tokens is the
// first thing that needs it.
//
// Every text that a refused caller may see is a [CredentialError] or a line of [Rules.Check]; all other errors are for the log.
//
// ID tokens of an OpenID Connect provider have a room of their own, package auth/oidc.
//
// What does not live here: HTTP (status codes, header writing, the table of what each route demands: package handlers), rows and
// transactions (package db), and the rules of single resources, such as who may approve an assessment (the domain packages).
package auth
