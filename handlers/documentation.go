package handlers

import (
	"net/http"

	"github.com/gorilla/mux"
	httpswagger "github.com/swaggo/http-swagger/v2"

	"secobserve/docs"
	"secobserve/handlers/rest"
)

// The media types of the API description.
const (
	typeOpenAPIYAML = "application/vnd.oai.openapi"
	typeOpenAPIJSON = "application/vnd.oai.openapi+json"
)

var schemaTypes = []string{typeOpenAPIYAML, typeOpenAPIJSON, "application/json", "application/yaml"}

// apiSchema sends the description of the API, as YAML unless JSON is asked for.
//
//	@Summary	Sends the description of the API, as YAML unless JSON is asked for
//	@ID	oa3_schema_retrieve
//	@Tags	oa3
//	@Param	format	query	string	false	"format" Enums(json, yaml)
//	@Param	lang	query	string	false	"lang" Enums(af, ar, ar-dz, ast, az, be, bg, bn, br, bs, ca, ckb, cs, cy, da, de, dsb, el, en, en-au, en-gb, eo, es, es-ar, es-co, es-mx, es-ni, es-ve, et, eu, fa, fi, fr, fy, ga, gd, gl, he, hi, hr, hsb, ht, hu, hy, ia, id, ig, io, is, it, ja, ka, kab, kk, km, kn, ko, ky, lb, lt, lv, mk, ml, mn, mr, ms, my, nb, ne, nl, nn, os, pa, pl, pt, pt-br, ro, ru, sk, sl, sq, sr, sr-latn, sv, sw, ta, te, tg, th, tk, tr, tt, udm, ug, uk, ur, uz, vi, zh-hans, zh-hant)
//	@Produce	json
//	@Success	200	{object}	map[string]interface{}
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/oa3/schema/	[get]
func (s *Server) apiSchema(c *call) (reply, error) {
	format, _ := rest.QueryOf(c.r).Last("format")
	accept := c.r.Header.Get("Accept")
	asJSON := format == "json" || format == "" && (accept == "application/json" || accept == typeOpenAPIJSON)
	if format != "" && format != "json" && format != "yaml" {
		return reply{}, rest.NotFoundText("")
	}
	body, kind, name := docs.JSON, typeOpenAPIJSON+"; charset=utf-8", "SecObserve.json"
	if !asJSON {
		var err error
		if body, err = docs.YAML(); err != nil {
			return reply{}, err
		}
		kind, name = typeOpenAPIYAML+"; charset=utf-8", "SecObserve.yaml"
	}
	return reply{write: func(w http.ResponseWriter) error {
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Content-Disposition", `inline; filename="`+name+`"`)
		_, err := w.Write(body)
		return err
	}}, nil
}

// swaggerPage is the page of the interactive documentation: its scripts and its initialisation are files of their own, as the content
// security policy demands.
const swaggerPage = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>SecObserve API</title>
<link rel="stylesheet" href="/api/oa3/swagger/swagger-ui.css">
<link rel="icon" type="image/png" href="/api/oa3/swagger/favicon-32x32.png" sizes="32x32">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/api/oa3/swagger/swagger-ui-bundle.js"></script>
<script src="/api/oa3/swagger/start.js"></script>
</body>
</html>
`

const swaggerStart = `window.ui = SwaggerUIBundle({
  url: "/api/oa3/schema/?format=json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  persistAuthorization: false,
  presets: [SwaggerUIBundle.presets.apis],
});
`

// swaggerUI sends the page. Swagger UI sets styles and shows small embedded images.
func swaggerUI(*call) (reply, error) {
	return reply{write: func(w http.ResponseWriter) error {
		w.Header().Set("Content-Security-Policy", "base-uri 'none'; default-src 'self'; form-action 'self'; frame-ancestors 'self'; object-src 'none'; "+
			"script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:")
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, err := w.Write([]byte(swaggerPage))
		return err
	}}, nil
}

// documentation adds the interactive documentation: Swagger UI from the assets that are part of the binary.
func (s *Server) documentation(router *mux.Router) {
	router.Path("/api/oa3/swagger-ui").Handler(s.serve(&route{path: "/api/oa3/swagger-ui", who: optional, methods: methods{"GET": alone(swaggerUI)}}))
	router.Path("/api/oa3/swagger/start.js").HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		_, _ = w.Write([]byte(swaggerStart))
	})
	router.PathPrefix("/api/oa3/swagger/").Handler(httpswagger.Handler())
}
