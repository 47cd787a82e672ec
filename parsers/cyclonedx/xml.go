package cyclonedx

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// namespace begins the XML namespaces of CycloneDX; the version of the specification follows.
const namespace = "http://cyclonedx.org/schema/bom/"

// maxElements bounds how deep elements are nested.
const maxElements = 1000

// fromXML brings an XML document into the form that it has as JSON: attributes and elements become members, and what is a list there becomes one
// here. Elements of other namespaces are left out.
func fromXML(doc *parsers.XML) ([]byte, error) {
	c := converter{decoder: doc.Decoder()}
	for {
		token, err := c.decoder.Token()
		if err != nil {
			return nil, c.unusable(err)
		}
		start, isStart := token.(xml.StartElement)
		if !isStart {
			continue
		}
		c.out = append(c.out, `{"bomFormat":"CycloneDX","specVersion":`...)
		c.out = rawjson.AppendText(c.out, strings.TrimPrefix(start.Name.Space, namespace))
		for _, a := range start.Attr {
			switch a.Name.Local {
			case "serialNumber":
				c.member("serialNumber", a.Value)
			case "version":
				c.out = append(c.out, `,"version":`...)
				c.out = appendNumber(c.out, a.Value)
			}
		}
		if err := c.children(c.namedValue); err != nil {
			return nil, err
		}
		c.out = append(c.out, '}')
		return c.out, c.end()
	}
}

// converter writes JSON while it reads XML.
type converter struct {
	decoder *xml.Decoder
	out     []byte
	depth   int
}

func (c *converter) unusable(err error) error {
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return parsers.Unusable(name, "it is not valid XML: "+err.Error())
}

// end reads what follows the outermost element, which must be no further element.
func (c *converter) end() error {
	for {
		switch _, err := c.decoder.Token(); err {
		case nil:
		case io.EOF:
			return nil
		default:
			return c.unusable(err)
		}
	}
}

// children calls read for each element of the present one, which read has to read to its end, and stops behind the present one.
func (c *converter) children(read func(xml.StartElement) error) error {
	_, err := c.content(read)
	return err
}

// content is children, and returns the text between the elements, without the space around it.
func (c *converter) content(read func(xml.StartElement) error) (string, error) {
	if c.depth++; c.depth > maxElements {
		return "", parsers.Unusable(name, "its elements are nested too deep")
	}
	defer func() { c.depth-- }()
	var text strings.Builder
	for {
		token, err := c.decoder.Token()
		if err != nil {
			return "", c.unusable(err)
		}
		switch token := token.(type) {
		case xml.CharData: // a longer text would be cut later on anyway
			text.Write(token[:min(len(token), max(rawjson.MaxText-text.Len(), 0))])
		case xml.EndElement:
			return strings.TrimSpace(strings.ToValidUTF8(text.String(), "")), nil
		case xml.StartElement:
			text.Reset()
			if !strings.HasPrefix(token.Name.Space, namespace) {
				if err := c.decoder.Skip(); err != nil {
					return "", c.unusable(err)
				}
				continue
			}
			if err := read(token); err != nil {
				return "", err
			}
		}
	}
}

// text is the text of an element without others.
func (c *converter) text() (string, error) {
	return c.content(func(xml.StartElement) error { return c.children(c.nothing) })
}

func (c *converter) nothing(xml.StartElement) error { return c.children(c.nothing) }

// name begins a member of an object.
func (c *converter) name(name string) {
	if c.out[len(c.out)-1] != '{' {
		c.out = append(c.out, ',')
	}
	c.out = append(rawjson.AppendText(c.out, name), ':')
}

func (c *converter) member(name, text string) {
	c.name(name)
	c.out = rawjson.AppendText(c.out, text)
}

// lists are the elements that are lists of their elements.
var lists = map[string]bool{"components": true, "services": true, "dependencies": true, "vulnerabilities": true, "licenses": true, "hashes": true,
	"externalReferences": true, "properties": true, "ratings": true, "cwes": true, "advisories": true, "affects": true, "versions": true,
	"references": true, "authors": true, "responses": true}

// value writes the value of an element.
func (c *converter) value(e xml.StartElement) error {
	switch {
	case e.Name.Local == "tools":
		return c.tools()
	case lists[e.Name.Local]:
		c.out = append(c.out, '[')
		err := c.children(func(child xml.StartElement) error {
			c.separate()
			return c.element(child)
		})
		c.out = append(c.out, ']')
		return err
	case e.Name.Local == "score":
		text, err := c.text()
		c.out = appendNumber(c.out, text)
		return err
	default:
		return c.object(e)
	}
}

// separate sets the comma between elements of a list.
func (c *converter) separate() {
	if c.out[len(c.out)-1] != '[' {
		c.out = append(c.out, ',')
	}
}

// element writes an element of a list.
func (c *converter) element(e xml.StartElement) error {
	switch e.Name.Local {
	case "license":
		c.out = append(c.out, `{"license":`...)
		err := c.object(e)
		c.out = append(c.out, '}')
		return err
	case "expression":
		return c.named(e, "expression")
	case "hash":
		return c.named(e, "content")
	case "property":
		return c.named(e, "value")
	case "dependency":
		return c.dependency(e)
	case "cwe":
		text, err := c.text()
		c.out = appendNumber(c.out, text)
		return err
	case "response":
		text, err := c.text()
		c.out = rawjson.AppendText(c.out, text)
		return err
	default:
		return c.object(e)
	}
}

// object writes an element as an object of its attributes and elements; one that has neither is a text.
func (c *converter) object(e xml.StartElement) error {
	start := len(c.out)
	c.out = append(c.out, '{')
	c.attributes(e)
	text, err := c.content(c.namedValue)
	if err != nil {
		return err
	}
	switch {
	case len(c.out) == start+1:
		c.out = rawjson.AppendText(c.out[:start], text)
		return nil
	case text != "":
		c.member("content", text)
	}
	c.out = append(c.out, '}')
	return nil
}

// namedValue writes an element as a member of an object.
func (c *converter) namedValue(e xml.StartElement) error {
	c.name(memberName(e.Name.Local))
	return c.value(e)
}

// memberName is the name of a member whose element has another one.
func memberName(element string) string {
	if element == "responses" {
		return "response"
	}
	return element
}

func (c *converter) attributes(e xml.StartElement) {
	for _, a := range e.Attr {
		if a.Name.Space == "" && a.Name.Local != "xmlns" {
			c.member(attributeName(a.Name.Local), a.Value)
		}
	}
}

// attributeName is the name of a member whose attribute has another one.
func attributeName(attribute string) string {
	if attribute == "content-type" {
		return "contentType"
	}
	return attribute
}

// named writes an element as an object of its attributes and of its text, which gets a name.
func (c *converter) named(e xml.StartElement, text string) error {
	c.out = append(c.out, '{')
	c.attributes(e)
	content, err := c.text()
	c.member(text, content)
	c.out = append(c.out, '}')
	return err
}

// dependency writes what a component depends on: elements of the same name.
func (c *converter) dependency(e xml.StartElement) error {
	c.out = append(c.out, '{')
	c.attributes(e)
	c.name("dependsOn")
	c.out = append(c.out, '[')
	err := c.children(func(child xml.StartElement) error {
		if child.Name.Local == "dependency" {
			for _, a := range child.Attr {
				if a.Name.Local == "ref" {
					c.separate()
					c.out = rawjson.AppendText(c.out, a.Value)
				}
			}
		}
		return c.children(c.nothing)
	})
	c.out = append(c.out, ']', '}')
	return err
}

// tools are a list of tools until version 1.4 of the specification, then an object of components and services.
func (c *converter) tools() error {
	start := len(c.out)
	c.out = append(c.out, '[')
	err := c.children(func(child xml.StartElement) error {
		isTool, empty := child.Name.Local == "tool", len(c.out) == start+1
		switch {
		case isTool && c.out[start] == '[':
			c.separate()
			return c.object(child)
		case !isTool && empty:
			c.out[start] = '{'
		case isTool || c.out[start] == '[': // not both
			return c.children(c.nothing)
		}
		return c.namedValue(child)
	})
	if c.out[start] == '{' {
		c.out = append(c.out, '}')
		return err
	}
	c.out = append(c.out, ']')
	return err
}

// appendNumber writes a number, as a text if it is none.
func appendNumber(out []byte, text string) []byte {
	if n, err := strconv.ParseFloat(text, 64); err == nil && n-n == 0 { // neither infinite nor NaN
		return strconv.AppendFloat(out, n, 'f', -1, 64)
	}
	return rawjson.AppendText(out, text)
}
