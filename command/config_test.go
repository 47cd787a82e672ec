package command

import (
	"io"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"secobserve/auth"
)

// variables are all that the configuration reads.
var variables = []string{
	"SO_LISTEN", "SO_DATA", "SO_METRICS_LISTEN", "SO_TLS_CERT", "SO_TLS_KEY", "ADMIN_USER", "ADMIN_EMAIL", "ADMIN_PASSWORD", "ALLOWED_HOSTS",
	"CORS_ALLOWED_ORIGINS", "FIELD_ENCRYPTION_KEY", "TZ", "SO_TRUSTED_PROXIES", "SO_MAX_UPLOAD", "SO_MAX_BODY", "SO_RATE_ANONYMOUS",
	"SO_RATE_USER", "SO_LOGIN_FAILURES", "SO_LOGIN_FAILURES_PER_ADDRESS", "SO_LOG_FORMAT", "EMAIL_HOST", "EMAIL_PORT", "SO_HEALTHCHECK_URL",
	"API_BASE_URL", "OIDC_ENABLE", "OIDC_AUTHORITY", "OIDC_CLIENT_ID", "OIDC_REDIRECT_URI", "OIDC_POST_LOGOUT_REDIRECT_URI", "OIDC_SCOPE", "OIDC_PROMPT",
	"OIDC_USERNAME", "OIDC_FIRST_NAME", "OIDC_LAST_NAME", "OIDC_FULL_NAME", "OIDC_EMAIL", "OIDC_GROUPS", "OIDC_ISSUER", "OIDC_LINK_LOCAL_USERS",
}

// readLine reads a command line in an environment that has the given variables only.
func readLine(t *testing.T, environment map[string]string, args ...string) (line, string, error) {
	t.Helper()
	for _, name := range variables {
		t.Setenv(name, "") // restores it after the test
		if err := os.Unsetenv(name); err != nil {
			t.Fatal(err)
		}
	}
	for name, value := range environment {
		t.Setenv(name, value)
	}
	var l line
	parser, err := newParser(&l, Output{io.Discard, io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	chosen, err := parser.Parse(args)
	if err != nil {
		return l, "", err
	}
	return l, chosen.Command(), nil
}

func absolute(t *testing.T, path string) Data {
	t.Helper()
	full, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return Data{full}
}

func TestConfiguration(t *testing.T) {
	defaults := Serve{
		Preparation: Preparation{Data: absolute(t, "data"), AdminUser: "admin"}, Listen: ":8080", TimeZone: "UTC", MaxUpload: 512 << 20, MaxBody: 16 << 20,
		RateAnonymous: 10, RateUser: 100, LoginFailures: 10, AddressLimit: 10, LogFormat: "json",
	}
	tests := []struct {
		name        string
		environment map[string]string
		args        []string
		change      func(*Serve)
	}{
		{"no arguments", nil, nil, func(*Serve) {}},
		{"serve", nil, []string{"serve"}, func(*Serve) {}},
		{"environment", map[string]string{
			"SO_LISTEN": "127.0.0.1:9", "SO_DATA": "/srv/so", "SO_METRICS_LISTEN": ":9100", "SO_TLS_CERT": "c", "SO_TLS_KEY": "k", "ADMIN_USER": "root",
			"ADMIN_EMAIL": "r@example.com", "ADMIN_PASSWORD": "-p,$x", "ALLOWED_HOSTS": "a.example,b.example",
			"CORS_ALLOWED_ORIGINS": "https://ui.example", "FIELD_ENCRYPTION_KEY": "k1,k2", "TZ": "Europe/Berlin", "SO_TRUSTED_PROXIES": "10.0.0.0/8",
			"SO_MAX_UPLOAD": "1", "SO_MAX_BODY": "2", "SO_RATE_ANONYMOUS": "3", "SO_RATE_USER": "4", "SO_LOGIN_FAILURES": "0", "SO_LOGIN_FAILURES_PER_ADDRESS": "11",
			"SO_LOG_FORMAT": "text", "EMAIL_HOST": "mail", "EMAIL_PORT": "25",
		}, nil, func(s *Serve) {
			*s = Serve{
				Preparation: Preparation{Data: Data{"/srv/so"}, AdminUser: "root", AdminEmail: "r@example.com", AdminPassword: "-p,$x", FieldEncryptionKey: "k1,k2"},
				Listen:      "127.0.0.1:9", MetricsListen: ":9100", TLSCert: "c", TLSKey: "k", AllowedHosts: []string{"a.example", "b.example"},
				CORSAllowedOrigins: []string{"https://ui.example"}, TimeZone: "Europe/Berlin",
				TrustedProxies: []string{"10.0.0.0/8"}, MaxUpload: 1, MaxBody: 2, RateAnonymous: 3, RateUser: 4, LoginFailures: 0, AddressLimit: 11,
				LogFormat: "text", EmailHost: "mail", EmailPort: "25",
			}
		}},
		{"single sign-on", map[string]string{
			"API_BASE_URL": "https://so.example/api", "OIDC_ENABLE": "True", "OIDC_AUTHORITY": "https://id.example", "OIDC_CLIENT_ID": "so",
			"OIDC_REDIRECT_URI": "https://so.example", "OIDC_POST_LOGOUT_REDIRECT_URI": "https://so.example/out", "OIDC_SCOPE": "openid",
			"OIDC_PROMPT": "login", "OIDC_USERNAME": "preferred_username", "OIDC_FIRST_NAME": "given_name", "OIDC_LAST_NAME": "family_name",
			"OIDC_FULL_NAME": "name", "OIDC_EMAIL": "email", "OIDC_GROUPS": "groups", "OIDC_ISSUER": "https://id.example", "OIDC_LINK_LOCAL_USERS": "true",
		}, nil, func(s *Serve) {
			s.OIDC = OIDC{APIBaseURL: "https://so.example/api", OIDCEnable: "True", OIDCAuthority: "https://id.example", OIDCClientID: "so",
				OIDCRedirectURI: "https://so.example", OIDCPostLogoutRedirectURI: "https://so.example/out", OIDCScope: "openid", OIDCPrompt: "login",
				OIDCUsername: "preferred_username", OIDCFirstName: "given_name", OIDCLastName: "family_name", OIDCFullName: "name", OIDCEmail: "email",
				OIDCGroups: "groups", OIDCIssuer: "https://id.example", OIDCLinkLocalUsers: "true"}
		}},
		{"a flag wins over the environment", map[string]string{"SO_LISTEN": ":1", "SO_MAX_UPLOAD": "1"}, []string{"--listen", ":2", "--max-upload=5"},
			func(s *Serve) { s.Listen, s.MaxUpload = ":2", 5 }},
		{"empty variables", map[string]string{"ALLOWED_HOSTS": "", "CORS_ALLOWED_ORIGINS": "", "SO_TRUSTED_PROXIES": "", "ADMIN_PASSWORD": ""}, nil,
			func(*Serve) {}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, command, err := readLine(t, test.environment, test.args...)
			if err != nil || command != "serve" {
				t.Fatalf("command %q, %v", command, err)
			}
			want := defaults
			test.change(&want)
			if diff := cmp.Diff(want, got.Serve); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCommandLineRefused(t *testing.T) {
	tests := map[string]struct {
		environment map[string]string
		args        []string
	}{
		"unknown command":     {nil, []string{"upgrade"}},
		"unknown flag":        {nil, []string{"--port", "1"}},
		"no number":           {map[string]string{"SO_RATE_USER": "many"}, nil},
		"unknown log format":  {nil, []string{"--log-format", "xml"}},
		"backup without file": {nil, []string{"backup"}},
		"missing backup":      {nil, []string{"restore", filepath.Join(t.TempDir(), "none")}},
		"no user":             {nil, []string{"user", "reset-password"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if _, command, err := readLine(t, test.environment, test.args...); err == nil {
				t.Errorf("accepted as %q", command)
			}
		})
	}
}

func TestConfigurationRefused(t *testing.T) {
	usable := Serve{MaxUpload: 1, MaxBody: 1, TimeZone: "UTC"}
	if _, err := usable.parse(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name   string
		change func(*Serve)
		want   string
	}{
		{"unknown time zone", func(s *Serve) { s.TimeZone = "Mars/Olympus" }, `time zone "Mars/Olympus"`},
		{"path as time zone", func(s *Serve) { s.TimeZone = "../../etc/passwd" }, "time zone"},
		{"time zone of the machine", func(s *Serve) { s.TimeZone = "Local" }, "IANA"},
		{"no network", func(s *Serve) { s.TrustedProxies = []string{"10.0.0.0/8", "proxy"} }, "trusted proxies"},
		{"no upload", func(s *Serve) { s.MaxUpload = 0 }, "--max-upload"},
		{"no body", func(s *Serve) { s.MaxBody = -1 }, "--max-body"},
		{"negative rate", func(s *Serve) { s.RateUser = -1 }, "--rate-user"},
		{"negative failures", func(s *Serve) { s.LoginFailures = -1 }, "--login-failures"},
		{"no key", func(s *Serve) { s.FieldEncryptionKey = auth.NewKey() + ",secret" }, "field encryption key 2"},
		{"certificate without key", func(s *Serve) { s.TLSCert = "cert.pem" }, "both --tls-cert and --tls-key"},
		{"key without certificate", func(s *Serve) { s.TLSKey = "key.pem" }, "both --tls-cert and --tls-key"},
		{"missing certificate", func(s *Serve) { s.TLSCert, s.TLSKey = "/nowhere/cert.pem", "/nowhere/key.pem" }, "load the certificate"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := usable
			test.change(&s)
			_, err := s.parse()
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
			if err != nil && strings.Contains(err.Error(), "secret") {
				t.Errorf("the error shows the key: %v", err)
			}
		})
	}
}

func TestParsedConfiguration(t *testing.T) {
	s := Serve{MaxUpload: 1, MaxBody: 1, TimeZone: "Asia/Kolkata", TrustedProxies: []string{" 10.0.0.0/8", "192.168.1.7 ", "", "fd00::/8", "::1"}}
	p, err := s.parse()
	if err != nil {
		t.Fatal(err)
	}
	var networks []string
	for _, n := range p.proxies {
		networks = append(networks, n.String())
	}
	if diff := cmp.Diff([]string{"10.0.0.0/8", "192.168.1.7/32", "fd00::/8", "::1/128"}, networks); diff != "" {
		t.Error(diff)
	}
	if !p.proxies[0].Contains(netip.MustParseAddr("10.200.3.4")) || p.location.String() != "Asia/Kolkata" || p.tls != nil {
		t.Errorf("parsed: %+v", p)
	}
	if diff := cmp.Diff([]string{"a.example", "b.example"}, lowered([]string{" A.Example", "", "b.example "})); diff != "" {
		t.Error(diff)
	}
}

func TestIgnoredVariables(t *testing.T) {
	for _, variable := range os.Environ() { // of the machine that runs the test
		name, _, _ := strings.Cut(variable, "=")
		for _, prefix := range ignored {
			if strings.HasPrefix(name, prefix) {
				t.Setenv(name, "")
				_ = os.Unsetenv(name)
			}
		}
	}
	for name, value := range map[string]string{
		"DATABASE_PASSWORD": "DJANGO_hidden", "MYSQL_AZURE": "1", "GUNICORN_WORKERS": "3", "HUEY_FILENAME": "x", "DJANGO_SECRET_KEY": "hidden",
		"MY_DATABASE_HOST": "x", "DATABASES": "x",
	} {
		t.Setenv(name, value)
	}
	want := []string{"DATABASE_PASSWORD", "DJANGO_SECRET_KEY", "GUNICORN_WORKERS", "HUEY_FILENAME", "MYSQL_AZURE"}
	if diff := cmp.Diff(want, ignoredVariables()); diff != "" {
		t.Error(diff)
	}
}
