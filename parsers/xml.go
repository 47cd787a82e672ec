package parsers

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"golang.org/x/text/encoding/htmlindex"
)

// XML is an XML document.
type XML struct {
	// Root is the name of its outermost element.
	Root    xml.Name
	content []byte
}

func readXML(content []byte) (*Document, error) {
	x := &XML{content: content}
	decoder := x.Decoder()
	for {
		token, err := decoder.Token()
		if err != nil {
			return nil, Problem(ErrFileType, "the file is not valid XML: "+xmlProblem(err))
		}
		if start, ok := token.(xml.StartElement); ok {
			x.Root = start.Name
			return &Document{XML: x}, nil
		}
	}
}

// Decoder reads the document from its begin. It knows no entities but those of XML itself, and no document type.
func (x *XML) Decoder() *xml.Decoder {
	decoder := xml.NewDecoder(bytes.NewReader(x.content))
	decoder.CharsetReader = func(label string, input io.Reader) (io.Reader, error) {
		charset, err := htmlindex.Get(label)
		if err != nil {
			return nil, fmt.Errorf("the character set %q is not known", label)
		}
		return charset.NewDecoder().Reader(input), nil
	}
	return decoder
}

func xmlProblem(err error) string {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF):
		return "it has no element"
	case errors.As(err, &syntax):
		return fmt.Sprintf("line %d: %s", syntax.Line, syntax.Msg)
	default:
		return err.Error()
	}
}
