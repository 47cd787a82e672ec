package outgoing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
)

// ErrTooLarge says that an answer is larger than the caller takes.
var ErrTooLarge = errors.New("the answer is too large")

// Version identifies the version of a document that the caller has, as the server that it came from has named it (RFC 9110 §8.8). The zero value
// is no version.
type Version struct {
	ETag         string `cbor:"etag,omitempty"`
	LastModified string `cbor:"last_modified,omitempty"`
}

// Document is what a server has answered.
type Document struct {
	// Unchanged tells that the caller has this version already; there is no content.
	Unchanged bool
	Content   []byte
	Version   Version
}

// Get fetches a document of at most limit bytes, after decompression, unless the version that the caller has is the present one. Any status but 200
// and 304 is an error.
func (c *Client) Get(ctx context.Context, address string, have Version, limit int64) (*Document, error) {
	doc, err := c.get(ctx, address, have, limit)
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", withoutSecrets(address), err)
	}
	return doc, nil
}

func (c *Client) get(ctx context.Context, address string, have Version, limit int64) (*Document, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, reason(err)
	}
	if have.ETag != "" {
		request.Header.Set("If-None-Match", have.ETag)
	}
	if have.LastModified != "" {
		request.Header.Set("If-Modified-Since", have.LastModified)
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, reason(err)
	}
	defer func() { _ = response.Body.Close() }()
	switch {
	case response.StatusCode == http.StatusNotModified && have != Version{}:
		return &Document{Unchanged: true, Version: have}, nil
	case response.StatusCode != http.StatusOK:
		return nil, fmt.Errorf("status %s", response.Status)
	case response.ContentLength > limit:
		return nil, ErrTooLarge
	}
	content, err := io.ReadAll(io.LimitReader(response.Body, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(content)) > limit {
		return nil, ErrTooLarge
	}
	return &Document{Content: content, Version: Version{ETag: response.Header.Get("ETag"), LastModified: response.Header.Get("Last-Modified")}}, nil
}
