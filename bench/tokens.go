package main

import (
	"encoding/json"
	"fmt"
	"time"
)

// measureTokens compares requests that authenticate by API token with requests that need no authentication, with one token stored and with 1,000.
// Both do nothing else, so that the difference is what authentication costs.
func measureTokens(b *bench) error {
	const requests = 5000
	const limit = 50 * time.Microsecond
	if _, err := b.call("PATCH", "/api/settings/1/", object{"feature_multiple_api_tokens": true}); err != nil {
		return err
	}
	jwt := b.credentials
	defer func() { b.credentials = jwt }()
	token := ""
	for stored := 0; stored < 1000; {
		wanted := 1
		if stored > 0 {
			wanted = 1000
		}
		b.credentials = jwt
		for ; stored < wanted; stored++ {
			content, err := b.call("POST", "/api/api_tokens/", object{"name": fmt.Sprintf("token %d", stored)})
			if err != nil {
				return err
			}
			var created struct{ Token string }
			if err := json.Unmarshal(content, &created); err != nil {
				return err
			}
			token = created.Token
		}
		b.credentials = ""
		without, _, err := b.latency("/api/status/health/", requests)
		if err != nil {
			return err
		}
		b.credentials = "APIToken " + token
		with, _, err := b.latency("/api/status/version/", requests)
		if err != nil {
			return err
		}
		b.judge(fmt.Sprintf("authentication by API token, %d stored", stored),
			fmt.Sprintf("%s (a request takes %s, one without authentication %s)", ms(with-without), ms(with), ms(without)), "≤ "+ms(limit), with-without <= limit)
	}
	return nil
}
