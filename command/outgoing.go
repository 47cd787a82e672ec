package command

import "secobserve/outgoing"

// client calls other servers on behalf of this one.
func (s Serve) client() *outgoing.Client {
	return outgoing.New(outgoing.Config{ForbidPrivate: s.ForbidPrivate, UserAgent: "SecObserve/" + Version})
}
