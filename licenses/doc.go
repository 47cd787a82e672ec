// Package licenses holds what license policies say of components: the rule table of a policy, the evaluation of one component with the
// reason for its result, and the evaluation of all components of products (licenses.md §7). The license catalogue, its sources and the
// groups that are made of them live here, too.
//
// Reading license expressions is the affair of package expression, the components of an SBOM that of package importer, HTTP that of package
// handlers.
package licenses
