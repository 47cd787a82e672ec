package drheader

// The sites that explain headers.
const (
	owasp = "https://cheatsheetseries.owasp.org/cheatsheets/"
	hdr   = owasp + "HTTP_Headers_Cheat_Sheet.html#"
	mdn   = "https://developer.mozilla.org/en-US/docs/Web/HTTP/"
	helme = "https://scotthelme.co.uk/"
)

// references are the explanations of the headers by rule (parsers.md §8).
var references = map[string][]string{
	"Access-Control-Allow-Origin":  {hdr + "access-control-allow-origin", mdn + "Headers/Access-Control-Allow-Origin"},
	"Cache-Control":                {owasp + "REST_Security_Cheat_Sheet.html#security-headers", mdn + "Headers/Cache-Control"},
	"Content-Security-Policy":      {owasp + "Content_Security_Policy_Cheat_Sheet.html", mdn + "CSP", helme + "content-security-policy-an-introduction/", helme + "csp-cheat-sheet/"},
	"Cross-Origin-Embedder-Policy": {hdr + "cross-origin-embedder-policy", mdn + "Headers/Cross-Origin-Embedder-Policy", helme + "coop-and-coep/"},
	"Cross-Origin-Opener-Policy": {hdr + "cross-origin-opener-policy", owasp + "XS_Leaks_Cheat_Sheet.html#cross-origin-opener-policy-coop",
		mdn + "Headers/Cross-Origin-Opener-Policy", helme + "coop-and-coep/"},
	"Pragma":          {mdn + "Headers/Pragma"},
	"Referrer-Policy": {hdr + "referrer-policy", mdn + "Headers/Referrer-Policy", helme + "a-new-security-header-referrer-policy/"},
	"Server":          {hdr + "server", mdn + "Headers/Server"},
	"Set-Cookie":      {hdr + "set-cookie", owasp + "Session_Management_Cheat_Sheet.html#cookies", mdn + "Headers/set-cookie", helme + "tough-cookies/"},
	"Strict-Transport-Security": {owasp + "HTTP_Strict_Transport_Security_Cheat_Sheet.html", mdn + "Headers/Strict-Transport-Security",
		helme + "hsts-the-missing-link-in-tls/", helme + "hsts-cheat-sheet/"},
	"User-Agent":             {mdn + "Headers/User-Agent"},
	"X-AspNet-Version":       {hdr + "x-aspnet-version"},
	"X-Content-Type-Options": {hdr + "x-content-type-options", mdn + "Headers/X-Content-Type-Options"},
	"X-Forwarded-For":        {mdn + "Headers/X-Forwarded-For"},
	"X-Frame-Options": {hdr + "x-frame-options", owasp + "Clickjacking_Defense_Cheat_Sheet.html#x-frame-options-header-types",
		mdn + "Headers/X-Frame-Options"},
	"X-Powered-By":     {hdr + "x-powered-by"},
	"X-XSS-Protection": {hdr + "x-xss-protection", mdn + "Headers/X-XSS-Protection"},
}
