package handlers

import (
	"errors"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var parserList = list[model.Parser]{
	table: db.Parsers,
	filters: []filter{
		contains(db.Parsers, "name", "name"),
		choice(db.Parsers, "type", "type", model.ParserTypes),
		choice(db.Parsers, "source", "source", model.ParserSources),
	},
	orders: map[string]func(*call) []columnar.Key{"name": by(db.Parsers, "name"), "type": by(db.Parsers, "type"), "source": by(db.Parsers, "source")},
	search: []string{"name"},
}

// listParsers lists the readers of report formats.
//
//	@Summary	Lists the readers of report formats
//	@ID	parsers_list
//	@Tags	parsers
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-name, -source, -type, name, source, type) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	search	query	string	false	"search"
//	@Param	source	query	string	false	"source" Enums(API, File, Manual, Other, Unknown)
//	@Param	type	query	string	false	"type" Enums(DAST, IAST, Infrastructure, Manual, Other, SAST, SCA, Secrets)
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.Parser]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/parsers/	[get]
func (s *Server) listParsers(c *call) (reply, error) {
	return parserList.serve(c, shown(func(p *model.Parser) (any, error) { return showParser(p), nil }))
}

// getParser shows the reader of a report format.
//
//	@Summary	Shows the reader of a report format
//	@ID	parsers_retrieve
//	@Tags	parsers
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.Parser
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/parsers/{id}/	[get]
func (s *Server) getParser(c *call) (reply, error) {
	id, err := c.pathID("Parser")
	if err != nil {
		return reply{}, err
	}
	p, err := db.Parsers.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return reply{}, rest.NotFound("Parser")
	}
	if err != nil {
		return reply{}, err
	}
	return ok(showParser(p)), nil
}

func showParser(p *model.Parser) schema.Parser {
	return schema.Parser{ID: p.ID, Name: p.Name, Type: p.Type, Source: p.Source, SBOM: p.SBOM, ModuleName: p.ModuleName, ClassName: p.ClassName}
}
