package handlers

import (
	"fmt"
	"net/http"
	"strconv"

	"secobserve/db"
)

// downloadBackup sends a consistent copy of the data file while the server goes on working.
//
//	@Summary	Sends a consistent copy of the data file while the server goes on working
//	@ID	backup_retrieve
//	@Tags	backup
//	@Produce	octet-stream
//	@Success	200	{file}	binary
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/backup/	[get]
func (s *Server) downloadBackup(c *call) (reply, error) {
	name := "secobserve-" + c.now.UTC().Format("20060102-150405") + ".db"
	return reply{write: func(w http.ResponseWriter) error {
		return s.Store.View(c.r.Context(), func(tx *db.Tx) error {
			w.Header().Set("Content-Type", "application/octet-stream")
			w.Header().Set("Content-Disposition", "attachment; filename="+name)
			w.Header().Set("Content-Length", strconv.FormatInt(tx.Size(), 10))
			w.WriteHeader(http.StatusOK)
			if _, err := tx.WriteTo(w); err != nil {
				return fmt.Errorf("send backup: %w", err)
			}
			return nil
		})
	}}, nil
}
