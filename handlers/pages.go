package handlers

import (
	"bytes"
	"sync"
)

// pages are buffers for the answers of lists, used again when those are sent.
var pages = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// largestPage bounds, in bytes, what is kept for the next request.
const largestPage = 1 << 20

func takePage() *bytes.Buffer { return pages.Get().(*bytes.Buffer) }

func givePage(page *bytes.Buffer) {
	if page.Cap() > largestPage {
		return
	}
	page.Reset()
	pages.Put(page)
}
