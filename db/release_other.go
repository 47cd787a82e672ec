//go:build !linux

package db

import bolt "go.etcd.io/bbolt"

// releasePages does nothing here: the kernel reclaims clean file pages by itself.
func releasePages(*bolt.DB) {}
