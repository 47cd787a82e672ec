package auth

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

const (
	// maxKeyFile in bytes: room for more than a thousand keys.
	maxKeyFile = 64 << 10
)

// LoadOrCreateKeyFile reads the field encryption keys from a file (the form of [ParseKeys]), and writes one with a new key if there is no
// file at path (operations.md §13). Its folder must exist.
//
// A new file has mode 0600 and is on disk, complete, before this returns: what is encrypted with a lost key is lost too. A file that is there is
// never changed; one that is damaged, or that any user of the machine may read or write, is an error.
func LoadOrCreateKeyFile(path string) (Keys, error) {
	keys, err := loadKeyFile(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return keys, err
	}
	if err := createKeyFile(path); err != nil {
		return Keys{}, err
	}
	return loadKeyFile(path)
}

func loadKeyFile(path string) (Keys, error) {
	file, err := os.Open(path)
	if err != nil {
		return Keys{}, fmt.Errorf("open key file: %w", err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return Keys{}, fmt.Errorf("examine key file: %w", err)
	}
	// The group may read: a mounted secret of a container orchestrator is made so. Windows has no such bits.
	if mode := info.Mode().Perm(); mode&0o007 != 0 && runtime.GOOS != "windows" {
		return Keys{}, fmt.Errorf("key file %s is open to every user of this machine (mode %04o): run chmod 600 on it", path, mode)
	}
	text, err := io.ReadAll(io.LimitReader(file, maxKeyFile))
	if err != nil {
		return Keys{}, fmt.Errorf("read key file %s: %w", path, err)
	}
	keys, err := ParseKeys(string(text))
	if err != nil {
		return Keys{}, fmt.Errorf("key file %s: %w", path, err)
	}
	return keys, nil
}

// createKeyFile writes the file under another name and links it to its own when it is complete. A link, unlike a renaming, never replaces
// a file that another process has made meanwhile; that one is then as good.
func createKeyFile(path string) error {
	dir := filepath.Dir(path)
	temporary, err := writeTemporary(dir, NewKey()+"\n")
	if err != nil {
		return fmt.Errorf("create key file %s: %w", path, err)
	}
	defer os.Remove(temporary)
	if err := os.Link(temporary, path); err != nil && !errors.Is(err, fs.ErrExist) {
		// Some file systems know no links.
		if err := os.Rename(temporary, path); err != nil {
			return fmt.Errorf("create key file %s: %w", path, err)
		}
	}
	if err := syncDir(dir); err != nil {
		return fmt.Errorf("create key file %s: %w", path, err)
	}
	return nil
}

// writeTemporary returns the name of a new file in dir (mode 0600, as os.CreateTemp makes them) with the text on disk.
func writeTemporary(dir, text string) (name string, err error) {
	file, err := os.CreateTemp(dir, ".key-*")
	if err != nil {
		return "", err
	}
	defer func() {
		err = errors.Join(err, file.Close())
		if err != nil {
			os.Remove(file.Name())
		}
	}()
	if _, err := file.WriteString(text); err != nil {
		return "", err
	}
	return file.Name(), file.Sync()
}

// syncDir makes a new name in a folder durable. Windows cannot, and needs it not.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
