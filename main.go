// Secobserve is a vulnerability management server in one binary: REST API, interactive documentation and web UI on one port, the data in
// one file.
//
//	@title						SecObserve API
//	@version					1.52.0
//	@description				Vulnerability and license management.
//	@securityDefinitions.apikey	api_token
//	@in							header
//	@name						Authorization
//	@description				APIToken, a blank, and an API token
//	@securityDefinitions.apikey	jwt
//	@in							header
//	@name						Authorization
//	@description				JWT, a blank, and the token that POST /api/authentication/authenticate/ gives
package main

import (
	"os"

	"secobserve/command"
)

func main() { os.Exit(command.Run(os.Args[1:], os.Stdout, os.Stderr)) }
