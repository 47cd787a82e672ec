package handlers

import (
	"bufio"
	"io"
	"net/http"

	"secobserve/handlers/rest"
)

// streamed runs an endpoint and writes its answer in one read transaction. An error after the answer has begun breaks the connection off, so
// that no client takes the part for the whole.
func (s *Server) streamed(c *call, e endpoint, obeys *rule) reply {
	return reply{write: func(w http.ResponseWriter) error {
		begun := false
		err := c.view(func() error {
			answer, err := c.run(e, obeys)
			if err != nil {
				return err
			}
			begun = true
			return answer.write(w)
		})
		if err != nil && begun {
			rest.DetailsOf(c.r).Error = err
			panic(http.ErrAbortHandler)
		}
		if err != nil {
			s.fail(w, c.r, err)
		}
		return nil
	}}
}

// attachment is an answer with a file that is written piece by piece.
func attachment(c *call, name, media string, write func(io.Writer) error) reply {
	return reply{write: func(w http.ResponseWriter) error {
		w.Header().Set("Content-Type", media)
		w.Header().Set("Content-Disposition", "attachment; filename="+name)
		w.WriteHeader(http.StatusOK)
		if c.r.Method == http.MethodHead {
			return nil
		}
		buffered := bufio.NewWriterSize(w, 64<<10)
		if err := write(buffered); err != nil {
			return err
		}
		return buffered.Flush()
	}}
}
