package backups

import "golang.org/x/sys/unix"

// Free tells how many bytes the file system of a path has left for the server.
func Free(path string) (uint64, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(path, &s); err != nil {
		return 0, err
	}
	return s.Bavail * uint64(s.Bsize), nil
}
