package outgoing

import (
	"errors"
	"net/url"
)

// withoutSecrets is an address for messages: without user name, password and query, which may hold keys.
func withoutSecrets(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "an invalid address"
	}
	u.User, u.RawQuery, u.Fragment = nil, "", ""
	return u.String()
}

// reason is an error of net/http without the address, which may hold secrets.
func reason(err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		return wrapped.Err
	}
	return err
}
